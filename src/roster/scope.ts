import type { Person, Roster, Scope } from './roster.ts'

/** Of a message, what decides whose reports it may hand in and ask about. */
export interface Asker {
  readonly platform: string
  readonly conversation: { readonly id: string; readonly kind: 'group' | 'single' }
  readonly sender: { readonly id: string }
}

/**
 * A bound group → its agencies, whoever speaks; a single chat → the agencies whose contact the sender is, all for a
 * coordinator. A roster that names no agencies and no groups (a fresh sandbox) keeps nothing from anyone.
 */
export function scopeOf(message: Asker, roster: Roster): Scope {
  if (roster.agencies.length === 0 && roster.groups.length === 0) return { kind: 'all' }
  return message.conversation.kind === 'group' ? groupScope(message, roster) : personScope(message, roster)
}

function groupScope(message: Asker, roster: Roster): Scope {
  const group = roster.groups.find(
    (candidate) =>
      candidate.platform === message.platform && candidate.conversationId === message.conversation.id,
  )
  const agencies = group?.agencies ?? null
  if (agencies === null || agencies.length === 0) return { kind: 'none', reason: 'unbound_group' }
  return agencies === 'all' ? { kind: 'all' } : { kind: 'agencies', names: agencies }
}

function personScope(message: Asker, roster: Roster): Scope {
  const isSender = (person: Person): boolean =>
    person.platform === message.platform && person.userId === message.sender.id
  if (roster.coordinators.some(isSender)) return { kind: 'all' }
  const names = roster.agencies
    .filter((agency) => agency.contacts.some(isSender))
    .map((agency) => agency.name)
  return names.length > 0 ? { kind: 'agencies', names } : { kind: 'none', reason: 'unlisted_person' }
}
