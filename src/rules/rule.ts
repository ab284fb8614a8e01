import type { AgencyKind } from '../report/agency-kind.ts'
import type { ReadReport } from '../report/read-report.ts'
import type { Report, Severity } from '../report/report.ts'
import type { CellId } from '../report/statutory-tables.ts'

export type RuleFamily = 'structure' | 'content' | 'cells' | 'disclosure' | 'requests' | 'review'

/** What a rule may look at. A rule knows nothing of who asked, and no other rule. */
export interface RuleContext {
  readonly read: ReadReport
  /** From the roster where the agency is known, else from its name; null if there is no name. */
  readonly agencyKind: AgencyKind | null
  /** Last year's report of the same agency, if there is one. */
  readonly previous: Report | null
}

/** One thing a rule found. */
export interface Hit {
  /** What was found, where, both numbers and the difference: word for word what people read. */
  readonly message: string
  /** Heading and place inside it: `三、收到和处理政府信息公开申请情况 / 总计`. */
  readonly where: string
  readonly evidence: readonly string[]
  /** If it departs from the rule's own severity. */
  readonly severity?: Severity
  readonly cells?: readonly CellId[]
}

export interface Rule {
  /** `family/name`: its path under src/rules. */
  readonly id: `${RuleFamily}/${string}`
  readonly severity: Severity
  readonly docs: {
    /** What it checks, in one Chinese sentence. */
    readonly summary: string
    /** Law, notice or practice it rests on. */
    readonly basis: string
    /** What to do about a finding. */
    readonly remedy: string
  }
  /** Yields what it finds. Keeps quiet where it cannot be sure; never throws on any ReadReport. */
  readonly check: (context: RuleContext) => Iterable<Hit>
}
