import type { AgencyKind } from '../../report/agency-kind.ts'

/** An agency as questions know it. */
export interface AskedAgency {
  readonly name: string
  readonly aliases: readonly string[]
  readonly kind: AgencyKind
}
