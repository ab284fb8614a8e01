import { metricInfo } from '../../src/questions/query/metric-table.ts'
import type { Metric } from '../../src/questions/query/metrics.ts'
import type { RefusalDetail } from '../../src/questions/query/reply.ts'
import { howToSend } from '../help.ts'
import { escapeMarkdown } from '../markdown.ts'
import { offered, type Refused, type RefusedAbout } from './refusal-words.ts'

/** No report of anybody is stored. */
export const nothingStored: Refused = {
  title: '还没有收到任何年报',
  more: [`把年报发给我，核对、收存以后就可以查了。\n\n${howToSend}`],
}

type Newest = Extract<RefusalDetail, { kind: 'newest' }>

/** The report asked about is not stored: which, and the newest year there is, never its number. */
export function noReport(asked: RefusedAbout, { year: newest, of, asked: yearAsked }: Newest): Refused {
  const agencies = of === undefined ? asked.agencies : [of.agency]
  const year = of?.year ?? yearAsked ?? asked.year ?? ''
  const only = agencies.length === 1 ? escapeMarkdown(agencies[0] ?? '') : null
  return {
    title: `还没有 ${year} 年的年报`,
    more: [
      only === null ? null : `还没有收到${only} ${year} 年的年报。`,
      newestWords(asked, only, newest, year),
    ],
  }
}

function newestWords(
  { metrics, offers }: RefusedAbout,
  only: string | null,
  newest: number | null,
  year: number | string,
): string {
  const who = only ?? '所问的单位'
  if (newest === null) return `${who}的年报还一份都没有收到。把年报发给我，就可以查了。`
  if (newest === year) return only === null ? `${who} ${year} 年的年报还没有收到。` : '所以没有数字可答。'
  const whose = only === null ? '收到的年报里' : `${only}的年报，`
  const instead = offered(offers) ?? `可以问“${only ?? ''}${newest}年${askable(metrics)}”。`
  return `${whose}最新的是 ${newest} 年的。${instead}`
}

/** The figure in words that can be asked again. */
function askable(metrics: readonly Metric[]): string {
  const [metric, ...others] = metrics
  if (metric === undefined || others.length > 0 || metric.startsWith('report.')) return '依申请数量'
  return metric === 'requests.received.total' ? '依申请数量' : metricInfo(metric).label
}
