import type { Metric } from '../../src/questions/query/metrics.ts'
import { metricTable } from '../../src/questions/query/metric-table.ts'
import type { NoFigure } from '../../src/questions/query/reply.ts'
import { bullets, escapeMarkdown } from '../markdown.ts'
import { fewQuestions, type Example } from '../sample-questions.ts'

/** A refusal or a question back in words. */
export interface Refused {
  /** Plain text; what came from outside is in `more`. */
  readonly title: string
  readonly more: readonly (string | null)[]
}

/** What a refusal speaks of. */
export interface RefusedAbout {
  readonly reason: NoFigure | null
  readonly agencies: readonly string[]
  readonly year: number | undefined
  readonly metrics: readonly Metric[]
  /** Whole questions near to the one asked, and others about the same. */
  readonly offers: readonly string[]
  readonly samples: readonly string[]
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

/** What the bot is for. */
export const whatIDo = '我只回答年报里的数字，也帮着核对年报。'

/** A phone shows a dozen lines. */
const mostSamples = 3

/** What may be asked instead: the nearest question first, then a few that work. */
export function whatElse(about: RefusedAbout, example: Example): readonly (string | null)[] {
  const offer = offered(about.offers)
  const own = about.samples.map(escapeMarkdown)
  const general = fewQuestions(example)
  const samples = offer === null ? (own.length > 1 ? own : [...own, ...general]) : general.slice(1)
  return [
    offer,
    `${offer === null ? '可以' : '也可以'}这样问：\n\n${bullets([...new Set(samples)].slice(0, mostSamples))}`,
    offer === null ? '想知道我能做什么，请发“帮助”。' : null,
  ]
}

/** A few questions that work. */
export function sampleList(example: Example): string {
  return `可以这样问：\n\n${bullets(fewQuestions(example))}`
}

/** Questions to be taken by 是 or by their number; null without any. */
export function offered(offers: readonly string[]): string | null {
  const [only, ...others] = offers.map(escapeMarkdown)
  if (only === undefined) return null
  if (others.length === 0) return `您是不是想问“${only}”？回复“是”，我就回答。`
  return `您是不是想问：\n\n${numbered([only, ...others])}\n\n回复编号，我就回答。`
}

/** A list with numbers, one line an item. */
export function numbered(items: readonly string[]): string {
  return items.map((item, index) => `${index + 1}. ${item}`).join('\n')
}

/** What the statutory tables are about. */
export const whatTablesHold =
  '表里有依申请的件数、申请人类别和办理结果，复议和诉讼，以及规范性文件、许可、处罚、强制和收费。'

/** What may be asked where another agency's figures are not shown. */
export function whatIsSeen({ agency, year, alone }: Example): string {
  const who = escapeMarkdown(agency)
  return alone
    ? `这里可以问${who}的，例如“${year}年依申请数量”。`
    : `这里可以问本群的单位，例如“${who}${year}年依申请数量”。`
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
