import { metricInfo } from '../../src/questions/query/metric-table.ts'
import type { Metric } from '../../src/questions/query/metrics.ts'
import { escapeMarkdown } from '../markdown.ts'
import type { Example } from '../sample-questions.ts'
import { offered, type Refused, type RefusedAbout } from './refusal-words.ts'

/** Why a figure is not added up over years, or at all; undefined: which one is not known. */
export function notSummable(
  metric: Metric | undefined,
  { offers }: RefusedAbout,
  { agency, year }: Example,
): Refused {
  if (metric === 'text.published') {
    return {
      title: '正文里的数字不能相加或比较',
      more: [
        '主动公开信息的条数只写在各单位年报的正文里，各家口径不同，不能相加、排名、比较或平均。',
        `可以一家一年地问，例如“${escapeMarkdown(agency)}${year}年主动公开了多少条信息”。`,
      ],
    }
  }
  const what = metric === undefined ? '现行有效、上年结转、结转下年度' : `“${metricInfo(metric).label}”`
  return {
    title: '这个数字不能这样相加',
    more: [`${what}是某一时点的存量，几年相加没有意义，可以问走势。`, offered(offers)],
  }
}
