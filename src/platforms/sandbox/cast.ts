import type { Context } from '../../bot.ts'

type Roster = Context['roster']

/** Somebody the visitor of the sandbox can speak as. */
export interface SandboxPerson {
  readonly id: string
  readonly name: string
  /** What they are in the roster, in a few words: 协调员, 联络员, or the agency they report for. */
  readonly role: string
}

/** A group, or the single chat of one person with the bot. */
export interface SandboxConversation {
  readonly id: string
  readonly kind: 'group' | 'single'
  readonly name: string
  /** Whose single chat it is; null for a group, where everybody may speak. */
  readonly personId: string | null
}

export interface Cast {
  readonly people: readonly SandboxPerson[]
  readonly conversations: readonly SandboxConversation[]
}

/** How the bot is called in the sandbox. */
export const botName = '公开助手'

const platform = 'sandbox'
const defaultGroups: Roster['groups'] = [
  { name: '政务公开联络群', platform, conversationId: null, agencies: 'all' },
]
const liaison: SandboxPerson = { id: 'wangmin', name: '王敏', role: '联络员' }
const coordinator: SandboxPerson = { id: 'liqiang', name: '李强', role: '协调员' }

/**
 * The roster as the sandbox's conversations see it: every group, contact and coordinator of any platform stands in
 * it as one of the sandbox. Where nobody is named there are a group for all, a liaison officer and a coordinator.
 */
export function sandboxRoster(roster: Roster): Roster {
  const groups = roster.groups.length > 0 ? roster.groups : defaultGroups
  const ids = groupIds(groups)
  const move = (person: Roster['coordinators'][number]): Roster['coordinators'][number] => ({
    platform,
    userId: personId(person),
    name: person.name,
  })
  const coordinators = hasPeople(roster)
    ? roster.coordinators.map(move)
    : [{ platform, userId: coordinator.id, name: coordinator.name }]
  return {
    district: roster.district,
    agencies: roster.agencies.map((agency) => ({ ...agency, contacts: agency.contacts.map(move) })),
    groups: groups.map((group, index) => ({ ...group, platform, conversationId: ids[index] ?? null })),
    coordinators,
  }
}

/** The people and conversations of the sandbox, from the roster as it is configured. */
export function castOf(roster: Roster): Cast {
  const people = peopleOf(roster)
  const groups = sandboxRoster(roster).groups.map((group): SandboxConversation => ({
    id: group.conversationId ?? group.name,
    kind: 'group',
    name: group.name,
    personId: null,
  }))
  const singles = people.map((person): SandboxConversation => ({
    id: `sandbox:single:${person.id}`,
    kind: 'single',
    name: botName,
    personId: person.id,
  }))
  return { people, conversations: [...groups, ...singles] }
}

function peopleOf(roster: Roster): readonly SandboxPerson[] {
  if (!hasPeople(roster)) return [liaison, coordinator]
  const roles = new Map<string, { name: string; roles: string[] }>()
  const add = (person: Roster['coordinators'][number], role: string): void => {
    const id = personId(person)
    const known = roles.get(id)
    if (known === undefined) roles.set(id, { name: person.name ?? person.userId, roles: [role] })
    else known.roles.push(role)
  }
  for (const agency of roster.agencies) {
    for (const contact of agency.contacts) add(contact, `${agency.aliases[0] ?? agency.name}联络员`)
  }
  for (const person of roster.coordinators) add(person, '协调员')
  return [...roles].map(([id, person]) => ({ id, name: person.name, role: rolesInWords(person.roles) }))
}

function rolesInWords(roles: readonly string[]): string {
  const shown = roles.slice(0, 2).join('、')
  return roles.length > 2 ? `${shown}等` : shown
}

function hasPeople(roster: Roster): boolean {
  return roster.coordinators.length > 0 || roster.agencies.some((agency) => agency.contacts.length > 0)
}

function personId(person: Roster['coordinators'][number]): string {
  return person.platform === platform ? person.userId : `${person.platform}:${person.userId}`
}

/** Ids by name, since a name outlives the order of a file; the second group of one name gets a number. */
function groupIds(groups: Roster['groups']): readonly string[] {
  const seen = new Map<string, number>()
  return groups.map(({ name }) => {
    const count = (seen.get(name) ?? 0) + 1
    seen.set(name, count)
    return `sandbox:group:${name}${count === 1 ? '' : `#${count}`}`
  })
}
