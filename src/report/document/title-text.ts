import { isAgencyName, namesNobody } from './agency-name.ts'
import { isReportYear, withArabicYears } from './year.ts'

/** What a text that is a title says; places are indices of the compact text. */
export interface TitleText {
  /** Null where the title names no agency. */
  readonly agency: Span | null
  readonly year: number | null
  /** 政府信息公开工作年度报告, or what stands for it; the year may stand inside. */
  readonly name: Span
  /** True where the name speaks of 信息公开 or 政务公开. */
  readonly isOfDisclosure: boolean
}

export interface Span {
  readonly start: number
  readonly end: number
}

const year = '(?:19|20)\\d{2}(?:年度|年|度)?'
const subject =
  '(?:政府信息与政务公开|政府信息公开|政务信息公开|政务公开|信息公开)(?:[和与及](?:政务公开|政府信息公开))?'
const kind = '(?:年度报告|报告|年报告?)'
const name = new RegExp(`${subject}(?:工作|情况|的|年度|总结|制度|${year})*${kind}(?=$|\\()`)
const bareName = /(?<=(?:19|20)\d{2})(?:年度?)?(?:年度报告|报告|年报告?)$/
const tail = /(?:\([^()]{0,30}\))+$/
const years = new RegExp(`(?:\\(${year}\\)|${year})+`, 'g')
/** What may stand round the agency and belongs to the sentence. */
const before = /^(?:关于|年度?)/
const after = /(?:关于|的|年度?|度|本级)+$/

/** Reads a compact text as a whole title; null where it is none. */
export function parseTitle(compact: string): TitleText | null {
  const text = withArabicYears(compact)
  const remark = tail.exec(text)?.[0] ?? ''
  const head = text.slice(0, text.length - remark.length)
  const named = name.exec(head)
  const match = named ?? bareName.exec(head)
  if (match === null || match.index + match[0].length !== head.length) return null
  const agency = agencyBefore(head.slice(0, match.index))
  if (agency === undefined) return null
  return {
    agency,
    year: yearIn(head) ?? yearIn(remark),
    name: { start: match.index, end: head.length },
    isOfDisclosure: named !== null,
  }
}

function yearIn(text: string): number | null {
  const found = /(?:19|20)\d{2}/.exec(text)?.[0]
  return found !== undefined && isReportYear(Number(found)) ? Number(found) : null
}

/** The agency before the document's name, the year left out; null if nothing is left, undefined if it is no name. */
function agencyBefore(text: string): Span | null | undefined {
  const parts: Span[] = []
  let start = 0
  for (const match of text.matchAll(years)) {
    parts.push(trimmed(text, start, match.index))
    start = match.index + match[0].length
  }
  parts.push(trimmed(text, start, text.length))
  const words = parts.filter((part) => part.end > part.start)
  const [first] = words
  if (first === undefined) return null
  const named = words.map((part) => text.slice(part.start, part.end))
  if (named.length === 1 && named.every(namesNobody)) return null
  return named.every(isAgencyName) ? first : undefined
}

function trimmed(text: string, from: number, to: number): Span {
  const start = from + (before.exec(text.slice(from, to))?.[0].length ?? 0)
  const end = to - (after.exec(text.slice(start, to))?.[0].length ?? 0)
  return { start, end }
}
