import type { Finding, Verdict } from '../report/report.ts'
import { blank } from './cells/blank.ts'
import { decimal } from './cells/decimal.ts'
import { negative } from './cells/negative.ts'
import { notANumber } from './cells/not-a-number.ts'
import { feeStatement } from './content/fee-statement.ts'
import { fiveAspects } from './content/five-aspects.ts'
import { governmentItems } from './content/government-items.ts'
import { sectionFive } from './content/section-five.ts'
import { feeUnit } from './disclosure/fee-unit.ts'
import { inForce } from './disclosure/in-force.ts'
import { rulesPower } from './disclosure/rules-power.ts'
import { oneCause } from './one-cause.ts'
import { cautionAboutPictures } from './picture-numbers.ts'
import { balance } from './requests/balance.ts'
import { handledTotal } from './requests/handled-total.ts'
import { rowTotal as requestRowTotal } from './requests/row-total.ts'
import { rowTotal as reviewRowTotal } from './review/row-total.ts'
import type { Hit, Rule, RuleContext } from './rule.ts'
import { contact } from './structure/contact.ts'
import { label } from './structure/label.ts'
import { obsoleteFormat } from './structure/obsolete-format.ts'
import { period } from './structure/period.ts'
import { sectionEmpty } from './structure/section-empty.ts'
import { sectionHeading } from './structure/section-heading.ts'
import { sectionMissing } from './structure/section-missing.ts'
import { sectionOrder } from './structure/section-order.ts'
import { tableImage } from './structure/table-image.ts'
import { tableIncomplete } from './structure/table-incomplete.ts'
import { tableMissing } from './structure/table-missing.ts'
import { title } from './structure/title.ts'

/** All rules, in the order of the catalogue. */
export const rules: readonly Rule[] = [
  title,
  sectionMissing,
  sectionOrder,
  sectionHeading,
  sectionEmpty,
  tableMissing,
  tableIncomplete,
  tableImage,
  label,
  obsoleteFormat,
  period,
  contact,
  fiveAspects,
  sectionFive,
  feeStatement,
  governmentItems,
  notANumber,
  blank,
  negative,
  decimal,
  inForce,
  rulesPower,
  feeUnit,
  balance,
  handledTotal,
  requestRowTotal,
  reviewRowTotal,
]

/** A rule that threw: a fault of ours. */
export interface RuleFault {
  /** Id of the rule. */
  readonly rule: string
  readonly error: unknown
}

/** What the rules make of a report. */
export interface RuleResult {
  /** In the order of the catalogue; findings of one rule in the order of the report. */
  readonly findings: readonly Finding[]
  readonly verdict: Verdict
  readonly faults: readonly RuleFault[]
}

/**
 * Applies the rules, then “one cause, one finding”. Never throws: a rule that does is named in `faults` and, for
 * the user, in a finding `internal/rule-fault`; the others still run.
 */
export function applyRules(context: RuleContext, applied: readonly Rule[] = rules): RuleResult {
  const faults: RuleFault[] = []
  const found = applied.flatMap((rule) => {
    const hits: Hit[] = []
    try {
      for (const hit of rule.check(context)) hits.push(hit)
    } catch (error) {
      faults.push({ rule: rule.id, error })
    }
    return hits.map((hit) => cautionAboutPictures(findingOf(rule, hit), context.read))
  })
  const faulty = applied.filter((rule) => faults.some((fault) => fault.rule === rule.id))
  const findings = [...oneCause(found, context.read), ...faulty.map(faultFinding)]
  return { findings, verdict: verdictOf(findings), faults }
}

function findingOf(rule: Rule, hit: Hit): Finding {
  return {
    rule: rule.id,
    severity: hit.severity ?? rule.severity,
    message: hit.message,
    where: hit.where,
    evidence: hit.evidence,
    cells: hit.cells ?? [],
  }
}

/** What the user is told of a rule that could not be run: not their mistake, and the rest holds. */
function faultFinding(rule: Rule): Finding {
  const summary = rule.docs.summary.replace(/。$/, '')
  return {
    rule: 'internal/rule-fault',
    severity: 'info',
    message: `检查项“${summary}”因程序故障未能完成，请人工核对这一项；其余检查结果不受影响。`,
    where: '全文',
    evidence: [rule.id],
    cells: [],
  }
}

function verdictOf(findings: readonly Finding[]): Verdict {
  if (findings.some((finding) => finding.severity === 'error')) return 'fail'
  return findings.some((finding) => finding.severity === 'warning') ? 'warn' : 'pass'
}
