import type { CheckedReport } from '../../../report/report.ts'

/** What section 一 says of how much was published: a number, or its words where it gives none exactly; and the sentence. */
export interface Published {
  readonly stated: number | string
  readonly sentence: string
  /** As printed. */
  readonly heading: string
}

/**
 * Finds the one total of section 一 总体情况 (no table has held it since 2019). Parts (其中…, one channel's share), other
 * years and plans are no totals. Null where there is no total, and where there are several.
 */
export function publishedIn(report: CheckedReport): Published | null {
  const section = report.sections.find(({ number }) => number === 1)
  if (section === undefined) return null
  const found = section.text.split(/[\r\n]+/u).flatMap((paragraph) => totalsIn(paragraph, report.year))
  const [first] = found
  if (first === undefined || found.some(({ stated }) => stated !== first.stated)) return null
  return { ...first, heading: section.heading }
}

type Total = Omit<Published, 'heading'>

function totalsIn(paragraph: string, year: number | null): readonly Total[] {
  const sentences = paragraph.split(/(?<=[。；;！!？?])/u)
  const [first = ''] = sentences
  // （二）政府网站公开情况。 speaks of all that follows.
  const heading =
    Array.from(first.trim()).length <= headingLength && !/\d+[余多]?条/u.test(first) ? plain(first) : ''
  return sentences.flatMap((sentence) =>
    totalsOf(plain(sentence), year, isOneChannel(heading)).map((stated) => ({
      stated,
      sentence: sentence.trim(),
    })),
  )
}

/** Characters of a heading at most. */
const headingLength = 24

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\s+/gu, '')
    .replace(/(\d),(?=\d{3}(?!\d))/gu, '$1')
}

/** A number of pieces of information, with what makes it a rough one. */
const amount =
  /(近|约|超过?|逾|不少于|将近|大约)?(\d+(?:\.\d+)?)(万)?(余|多|来)?(万)?([条件篇份项则])(?:次)?(以上|左右|余)?/gu

function totalsOf(
  sentence: string,
  year: number | null,
  underChannel: boolean,
): readonly (number | string)[] {
  const totals: (number | string)[] = []
  const own = sentence.replace(parts, '')
  const isAlone = [...own.matchAll(amount)].length === 1
  let from = 0
  for (const match of sentence.matchAll(amount)) {
    const before = sentence.slice(from, match.index)
    const whole = sentence.slice(0, match.index)
    const after = sentence.slice(match.index + match[0].length)
    from = match.index + match[0].length
    const isWhole = !parts.test(whole) && (!isOneChannel(before) || (isAlone && allChannels.test(before)))
    const counts = isOfInformation(before, after) && isWhole && !underChannel
    if (counts && isOfYear(whole, year) && !/计划|预计|拟|应当|要求|目标|新增/u.test(before))
      totals.push(statedBy(match))
  }
  return totals
}

function statedBy([text, rough, digits = '', ...more]: RegExpMatchArray): number | string {
  // Groups that did not match are undefined, whatever the type says.
  const isRough = [rough, ...more].some(
    (word: string | undefined) => word !== undefined && !/^[条件篇份项则]$/u.test(word),
  )
  return isRough ? text : Number(digits)
}

const verb = '(?:主动公开|公开发布|公开|发布|公布)'
const object = '(?:各类|各种|各项|相关|有关)*(?:政府|政务)?信息'
const filler = '(?:公开)?(?:数量?|总数|总量|总计|共计|合计|累计|共|达到?|为|:|,)*'
/** 主动公开政府信息244条. */
const objectBefore = new RegExp(`${verb}(?:了)?(?:的)?${object}${filler}$`, 'u')
/** 主动公开244条政府信息, 主动公开244条. */
const verbBefore = new RegExp(`${verb}(?:了)?${filler}$`, 'u')
const objectAfter = new RegExp(`^(?:的)?${object}`, 'u')

function isOfInformation(before: string, after: string): boolean {
  if (/依申请|受理|答复|回复|留言|建议|提案|咨询/u.test(before.slice(-16))) return false
  if (objectBefore.test(before)) return true
  return verbBefore.test(before) && (objectAfter.test(after) || /主动公开(?:了|共|共计)?$/u.test(before))
}

/** What follows is a part of what was said. */
const parts = /(?:其中|包括|包含|具体来看|分别).*$/u
/** 通过网站、新媒体等公开: with no other number beside it. */
const allChannels = /[、和及].*等(?:,|共|累计|合计|全年|主动|公开|发布|公布)/u

const channel =
  /网站|门户|公众号|微信|微博|抖音|头条|新媒体|客户端|平台|公开栏|公示栏|宣传栏|电子屏|报纸|报刊|电视|广播|公报|新闻发布会|查阅点|专栏|栏目/u

/** Of one channel, or some named one by one; 网站等渠道 means all there are. */
function isOneChannel(words: string): boolean {
  return (
    channel.test(words) &&
    !/等(?:多种|多个|各类|各种|多)?(?:渠道|方式|途径|平台|载体|形式|媒介|媒体|阵地)/u.test(words)
  )
}

function isOfYear(whole: string, year: number | null): boolean {
  if (/上年|去年|上一年|同期|同比|往年|历年|开通以来|成立以来/u.test(whole)) return false
  const last = [...whole.matchAll(/(20\d\d)年/gu)].at(-1)?.[1]
  return last === undefined || year === null || Number(last) === year
}
