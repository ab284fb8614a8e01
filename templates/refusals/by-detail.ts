import { metricInfo } from '../../src/questions/query/metric-table.ts'
import type { RefusalDetail } from '../../src/questions/query/reply.ts'
import { bullets, escapeMarkdown } from '../markdown.ts'
import type { Example } from '../sample-questions.ts'
import { noReport, nothingStored } from './no-report.ts'
import { notSummable } from './not-summable.ts'
import {
  metricOption,
  offered,
  pages,
  quoted,
  whatElse,
  whatIDo,
  whatIsSeen,
  whatTablesHold,
  type Help,
  type Refused,
  type RefusedAbout,
} from './refusal-words.ts'

type Kind = RefusalDetail['kind']
type Detail<One extends Kind> = Extract<RefusalDetail, { kind: One }>
type Words = {
  readonly [One in Kind]: (detail: Detail<One>, about: RefusedAbout, help: Help) => Refused | null
}

const words: Words = {
  words: (detail, about, { example }) => ({
    title: '没听懂，所以没有回答',
    more: [
      `没听懂的是：${detail.words.map(quoted).join('、')}`,
      about.reason === 'out_of_scope' ? whatIDo : null,
      ...whatElse(about, example),
    ],
  }),
  several_questions: (_, about, { example }) => ({
    title: '请一个一个地问',
    more: ['这里问的不止一件事，一次只能答一件。', ...whatElse(about, example)],
  }),
  not_yet: ({ what }, about, { example }) => ({
    title: '这一项目前还不能回答',
    more: [`您问到的是：${escapeMarkdown(what)}。`, ...whatElse(about, example)],
  }),
  not_held: ({ what }, about, { example }) => notHeld(what, about, example),
  too_long: ({ limit }, about, { example }) => ({
    title: `问题太长了，请控制在 ${limit} 字以内`,
    more: whatElse(about, example),
  }),
  one_year: (_, { offers }, { example }) => ({
    title: '这样的问题一次只能问一个年份',
    more: [offered(offers) ?? `请一年一年地问，例如“${example.year}年依申请情况”。`],
  }),
  unknown_agency: unknownAgency,
  future,
  newest: (detail, about) => noReport(about, detail),
  nothing_stored: () => nothingStored,
  no_sum: ({ metric }, about, { example }) => notSummable(metric, about, example),
  dropped: () => null,
  blank: (detail, { reason }, { links }) =>
    reason === 'no_table' ? unreadTable(detail, links) : blankCell(detail, links),
  undivided: ({ agency, year, what, whole }) => ({
    title: '分母是 0，算不出比例',
    more: [`${escapeMarkdown(agency)} ${year}年的${whole}是 0，算不出“${what}”。`],
  }),
  compilation: ({ agency }) => ({
    title: '这样会重复计算',
    more: [
      `${escapeMarkdown(agency)}的年报是下级各单位的汇总，不和它们相加，也不和它们一起排名。可以单独问它的数字，或者问“各单位一共多少件”。`,
    ],
  }),
  not_among: ({ agency }) => ({
    title: '这个单位不在所问的范围里',
    more: [`${escapeMarkdown(agency)}不在要比较的这些单位里，可以问它在全部单位里排第几。`],
  }),
  no_denominator: ({ written, offers: counts }, { offers }) => ({
    title: '这个比例没有统一的算法',
    more: [
      `${quoted(written)}没有统一的分母，所以没有回答。`,
      offered(offers) ?? `可以问件数：\n\n${bullets(counts.map(metricOption))}`,
    ],
  }),
  outside: ({ agencies }, _, { example }) => ({
    title: agencies.length === 1 ? '这里不能查这个单位的数字' : '这里不能查这些单位的数字',
    more: [
      `${agencies.map(escapeMarkdown).join('、')}的数字，请到该单位的工作群里问，或者请管理员查询。`,
      whatIsSeen(example),
    ],
  }),
  ambiguous: () => null,
  which_offer: () => null,
}

/** What is said of a refusal with its particulars; null where they say nothing. */
export function byDetail(detail: RefusalDetail, about: RefusedAbout, help: Help): Refused | null {
  const say = words[detail.kind] as (detail: RefusalDetail, about: RefusedAbout, help: Help) => Refused | null
  return say(detail, about, help)
}

function notHeld(what: string, about: RefusedAbout, example: Example): Refused {
  return {
    title: '年报的表格里没有这一项',
    more: [`${quoted(what)}不在法定的三张表里。${whatTablesHold}`, ...whatElse(about, example)],
  }
}

function future(
  { year, newest, current }: Extract<RefusalDetail, { kind: 'future' }>,
  { offers }: RefusedAbout,
): Refused {
  if (newest === null) return nothingStored
  const why = current
    ? `${year} 年的年报要到 ${year + 1} 年才公布。`
    : `${year} 年还没到，不会有这一年的年报。`
  return {
    title: `还没有 ${year} 年的年报`,
    more: [
      `${why}最新的是 ${newest} 年的。`,
      ...(current
        ? publishedThen(year, newest, offers)
        : [offered(offers) ?? `可以问“${newest}年依申请数量”。`]),
    ],
  }
}

/** The report of 2025 is published in 2026, and people call it by either. */
function publishedThen(year: number, newest: number, offers: readonly string[]): readonly (string | null)[] {
  const [offer] = offers
  const meant = `如指 ${year} 年公布的年报，请问`
  if (offer !== undefined && newest === year - 1) return [`${meant}${quoted(offer)}，或者回复“是”。`]
  return [`${meant}“${year - 1}年依申请数量”。`, offered(offers)]
}

function unknownAgency(
  { written, nearest, listed }: Extract<RefusalDetail, { kind: 'unknown_agency' }>,
  { offers }: RefusedAbout,
): Refused {
  const names = nearest.length === 0 ? null : `名称相近的有：\n\n${bullets(nearest.map(escapeMarkdown))}`
  return {
    title: '没有找到这个单位',
    more: [
      listed ? `${quoted(written)}不在单位名册里。` : `还没有收到${quoted(written)}的年报。`,
      offered(offers) ?? names,
      offers.length > 0 ? null : '请把单位名称写全再问一次。',
    ],
  }
}

function unreadTable(
  { agency, year, metric }: Extract<RefusalDetail, { kind: 'blank' }>,
  links: Help['links'],
): Refused {
  return {
    title: '这份年报没有读出这张表',
    more: [
      `${escapeMarkdown(agency)} ${year}年的年报缺少“${metricInfo(metric).label}”所在的表，或者没有读出来，没有数字可答。请打开年报核对。`,
      pages(links),
    ],
  }
}

function blankCell(
  { agency, year, metric, notInForm }: Extract<RefusalDetail, { kind: 'blank' }>,
  links: Help['links'],
): Refused {
  const label = metricInfo(metric).label
  const why =
    notInForm === true
      ? `是2019年的格式，没有“${label}”这一行。可以问“其他处理”。`
      : `里，“${label}”是空白或者没有读出来，不能当作 0。请打开年报核对。`
  return {
    title: '这一格没有数字',
    more: [`${escapeMarkdown(agency)} ${year}年的年报${why}`, pages(links)],
  }
}
