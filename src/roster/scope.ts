import type { Group, Person, Roster, Scope } from './roster.ts'

/** Of a message, what decides whose reports it may hand in and ask about. */
export interface Asker {
  readonly platform: string
  readonly conversation: { readonly id: string; readonly kind: 'group' | 'single' }
  readonly sender: { readonly id: string }
}

/** What a coordinator bound a group to in chat. */
export interface ChatBinding {
  readonly agencies: 'all' | readonly string[]
}

/**
 * A bound group → its agencies, whoever speaks; a single chat → the agencies whose contact the sender is, all for a
 * coordinator. What gongkai.yaml says of a group holds over what was bound in chat. In the sandbox a roster that names
 * no agencies and no groups keeps nothing from anyone; in a real group nothing is open that nobody opened.
 */
export function scopeOf(message: Asker, roster: Roster, bound: ChatBinding | null): Scope {
  const isFresh = roster.agencies.length === 0 && roster.groups.length === 0
  if (isFresh && message.platform === 'sandbox') return { kind: 'all' }
  return message.conversation.kind === 'group'
    ? groupScope(message, roster, bound)
    : personScope(message, roster)
}

/** A group that nobody bound gets help only: no file is taken there. */
export function isUnboundGroup(scope: Scope): boolean {
  return scope.kind === 'none' && scope.reason === 'unbound_group'
}

/** The group as gongkai.yaml names it, if it does. */
export function groupOf(message: Asker, roster: Roster): Group | undefined {
  return roster.groups.find(
    (candidate) =>
      candidate.platform === message.platform && candidate.conversationId === message.conversation.id,
  )
}

/** Whether the sender may change roster, bindings and reminders. */
export function isCoordinator(message: Asker, roster: Roster): boolean {
  return roster.coordinators.some(isSenderOf(message))
}

function groupScope(message: Asker, roster: Roster, bound: ChatBinding | null): Scope {
  const agencies = groupOf(message, roster)?.agencies ?? bound?.agencies ?? null
  if (agencies === null || agencies.length === 0) return { kind: 'none', reason: 'unbound_group' }
  return agencies === 'all' ? { kind: 'all' } : { kind: 'agencies', names: agencies }
}

function personScope(message: Asker, roster: Roster): Scope {
  if (isCoordinator(message, roster)) return { kind: 'all' }
  const isSender = isSenderOf(message)
  const names = roster.agencies
    .filter((agency) => agency.contacts.some(isSender))
    .map((agency) => agency.name)
  return names.length > 0 ? { kind: 'agencies', names } : { kind: 'none', reason: 'unlisted_person' }
}

function isSenderOf(message: Asker): (person: Person) => boolean {
  return ({ platform, userId }) => platform === message.platform && userId === message.sender.id
}
