import { ask, type AskContext } from '../../src/questions/ask.ts'
import type { AskReply } from '../../src/questions/query/reply.ts'
import { shelfOf } from '../../src/questions/answering/shelf-of.ts'
import { emptyRoster } from '../../src/roster/roster.ts'
import { checkedReport, finding, type ReportWords } from '../handlers/checked-report.ts'

const place = '济宁市兖州区'

/** 本年新收 by agency and year; every figure is its own, so that a wrong cell shows. */
export const figures: Readonly<Record<string, Readonly<Record<number, number | null>>>> = {
  人民政府: { 2023: 900, 2024: 1000 },
  人民政府办公室: { 2022: 31, 2023: 32, 2024: 33 },
  教育和体育局: { 2022: 41, 2023: 42, 2024: 43 },
  科学技术局: { 2021: 50, 2022: 51, 2023: 52, 2024: 53 },
  住房和城乡建设局: { 2023: 62 },
  综合行政执法局: { 2023: 72, 2024: null },
  鼓楼街道办事处: { 2023: 82, 2024: 84 },
  龙桥街道办事处: { 2023: 92, 2024: 94 },
  新兖镇人民政府: { 2023: 102, 2024: 104 },
}

/** What else is special about a report. */
const special: Readonly<Record<string, ReportWords>> = {
  教育和体育局2024: {
    findings: [
      finding('error', '第五部分没有内容。', { rule: 'structure/section-empty' }),
      finding('error', '“总计”列：本年新收 43 差 1。请核对。', {
        cells: ['requests.received.total'],
      }),
      finding('error', '第六部分没有内容。', { rule: 'structure/section-empty' }),
    ],
  },
  龙桥街道办事处2024: { sources: {} },
}

const reports = Object.entries(figures).flatMap(([rest, years]) =>
  Object.entries(years).map(([year, received]) =>
    checkedReport({
      agency: place + rest,
      year: Number(year),
      totals: { received, handledTotal: 7777, carriedIn: 8888, granted: 9999 },
      ...special[`${rest}${year}`],
    }),
  ),
)

const shelf = shelfOf(reports)

/** Asks on 12 January 2025 (so that the reporting year is 2024), in a district-wide chat unless `home` says otherwise. */
export function asks(
  question: string,
  home: string | null = null,
  more: Partial<AskContext> = {},
): Promise<AskReply> {
  return ask(question, {
    now: new Date('2025-01-12T02:00:00Z'),
    roster: emptyRoster,
    reports: shelf,
    scope: { kind: 'all' },
    home: home === null ? null : [place + home],
    ...more,
  })
}

/** All agencies but the government, whose report compiles the others. */
export const ordinary = Object.keys(figures)
  .filter((rest) => rest !== '人民政府')
  .map((rest) => place + rest)
