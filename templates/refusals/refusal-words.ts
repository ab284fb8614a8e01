import type { Metric } from '../../src/questions/query/metrics.ts'
import { metricTable } from '../../src/questions/query/metric-table.ts'
import { bullets, escapeMarkdown } from '../markdown.ts'
import { sampleQuestions, type Example } from '../sample-questions.ts'

/** A refusal or a question back in words. */
export interface Refused {
  /** Plain text; what came from outside is in `more`. */
  readonly title: string
  readonly more: readonly (string | null)[]
}

/** What a refusal speaks of. */
export interface RefusedAbout {
  readonly agencies: readonly string[]
  readonly year: number | undefined
  readonly metrics: readonly Metric[]
}

/** What helps beside a refusal. */
export interface Help {
  readonly example: Example
  /** Pages of the reports that hold no figure. */
  readonly links: readonly ReportLink[]
}

/** The page of a stored report. */
export interface ReportLink {
  readonly agency: string
  readonly link: string
}

/** Questions that work. */
export function whatCanBeAsked(example: Example): string {
  return `可以这样问：\n\n${bullets(sampleQuestions(example))}\n\n想知道我能做什么，请发“帮助”。`
}

/** Links to the reports; more than a few would hide what is said. */
export function pages(links: readonly ReportLink[]): string | null {
  const [only, ...others] = links
  if (only === undefined) return null
  if (others.length === 0) return `[打开报告页面](${only.link})`
  return bullets(links.slice(0, 5).map(({ agency, link }) => `[${escapeMarkdown(agency)}](${link})`))
}

/** Somebody's words, in quotes. */
export function quoted(words: string): string {
  return `“${escapeMarkdown(words)}”`
}

/** A figure as an option to choose. */
export function metricOption(option: string): string {
  const info = metricTable.get(option)
  if (info === undefined) return escapeMarkdown(option)
  return info.kind === 'text' ? '主动公开信息的条数（正文里写的）' : info.label
}
