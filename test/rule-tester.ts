import { existsSync } from 'node:fs'

import { describe, expect, test } from '@jest/globals'

import type { AgencyKind } from '../src/report/agency-kind.ts'
import { agencyKindOf } from '../src/report/agency-kind.ts'
import type { ReadReport } from '../src/report/read-report.ts'
import type { Severity } from '../src/report/report.ts'
import { rules } from '../src/rules/index.ts'
import type { Hit, Rule, RuleContext } from '../src/rules/rule.ts'

/** A report on which the rule must find exactly these messages, in this order. */
export interface InvalidCase {
  readonly report: ReadReport | RuleContext
  readonly messages: readonly string[]
  /** Of every finding, where it is not the rule's own. */
  readonly severity?: Severity
  /** Of each finding, in order, where a case is about the place. */
  readonly where?: readonly string[]
  /** Of each finding, in order, where a case is about the evidence. */
  readonly evidence?: readonly (readonly string[])[]
}

export interface RuleCases {
  readonly passes: Readonly<Record<string, ReadReport | RuleContext>>
  readonly finds: Readonly<Record<string, InvalidCase>>
}

/** Runs a rule over a table of reports that pass and reports with what it must find, word for word. */
export function testRule(rule: Rule, { passes, finds }: RuleCases): void {
  describe(rule.id, () => {
    test('is in the list under its path', () => {
      expect(rules).toContain(rule)
      expect(existsSync(new URL(`../src/rules/${rule.id}.ts`, import.meta.url))).toBe(true)
    })

    test.each(Object.entries(passes))('keeps quiet: %s', (_, report) => {
      expect(hitsOf(rule, report).map((hit) => hit.message)).toEqual([])
    })

    test.each(Object.entries(finds))('finds: %s', (_, { report, messages, severity, where, evidence }) => {
      const hits = hitsOf(rule, report)
      expect(hits.map((hit) => hit.message)).toEqual(messages)
      for (const hit of hits) expect(hit.severity ?? rule.severity).toBe(severity ?? rule.severity)
      if (where !== undefined) expect(hits.map((hit) => hit.where)).toEqual(where)
      if (evidence !== undefined) expect(hits.map((hit) => hit.evidence)).toEqual(evidence)
    })
  })
}

/** A report with the kind of its agency, for cases where the roster knows better than the name. */
export function inContext(read: ReadReport, agencyKind: AgencyKind | null): RuleContext {
  return { read, agencyKind, previous: null }
}

/** The context in which a report without a roster is checked. */
export function contextOf(report: ReadReport | RuleContext): RuleContext {
  if ('read' in report) return report
  const { agency } = report.report
  return inContext(report, agency === null ? null : agencyKindOf(agency))
}

function hitsOf(rule: Rule, report: ReadReport | RuleContext): readonly Hit[] {
  return [...rule.check(contextOf(report))]
}
