import type { AgencyKind } from '../report/agency-kind.ts'

/** An agency that owes a report. Its full name is its identity. */
export interface Agency {
  readonly name: string
  readonly aliases: readonly string[]
  readonly kind: AgencyKind
  readonly contacts: readonly Person[]
  /** `MM-DD` of the year after the one reported on, if earlier than the statutory date. */
  readonly deadline: string | null
  /** First and last year it owes a report for. */
  readonly since: number | null
  readonly until: number | null
}

/** A person as a platform knows them. */
export interface Person {
  readonly platform: string
  readonly userId: string
  readonly name: string | null
}

/** A group chat that may be bound to agencies. */
export interface Group {
  readonly name: string
  readonly platform: string
  /** The platform's id of the conversation; null until it is known. */
  readonly conversationId: string | null
  /** `all`, full names, or null: unbound. */
  readonly agencies: 'all' | readonly string[] | null
  /** The group's own robot, which can only send; its keys are secrets. */
  readonly robot?: GroupRobot
}

/** What a webhook robot is reached by: the key of a WeChat Work one, the token of a DingTalk one. */
export interface GroupRobot {
  readonly key: string
  /** DingTalk's 加签 secret. */
  readonly secret: string | null
}

/** District, agencies, groups and coordinators, as gongkai.yaml names them; empty for a fresh sandbox. */
export interface Roster {
  readonly district: string | null
  readonly agencies: readonly Agency[]
  readonly groups: readonly Group[]
  readonly coordinators: readonly Person[]
  /** `MM-DD` of the year after the one reported on, where the district asks for reports before the statutory date. */
  readonly deadlines?: {
    readonly departments?: string | undefined
    readonly governments?: string | undefined
  }
}

/** A roster that names nobody: agencies then come from the reports' titles. */
export const emptyRoster: Roster = { district: null, agencies: [], groups: [], coordinators: [] }

/**
 * Whose reports a conversation may hand in and ask about: everybody's, those named (full names), or nobody's,
 * with the reason.
 */
export type Scope =
  | { readonly kind: 'all' }
  | { readonly kind: 'agencies'; readonly names: readonly string[] }
  | { readonly kind: 'none'; readonly reason: 'unbound_group' | 'unlisted_person' }
