import type { TextLine } from './text-lines.ts'
import { isBlankLine } from './text-lines.ts'
import { foldCharacters } from '../items/text-pieces.ts'

const printedAt =
  /^\s*20\d{2}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}\s*日?(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?\s*$/
const address = /^\s*(?:https?:\/\/|www\.)\S+(?:\s+\d{1,3}\s*\/\s*\d{1,3})?\s*$/i
const contact = /^\s*(?:联系电话|联系方式|电话|传真|地址|邮编|邮政编码|网址|电子邮箱|邮箱)\s*[:：]/
const phone = /^\s*0\d{2,3}-\d{7,8}\s*$/
const reportTitle = /信息公开.{0,10}年?度?报\s*告/
const lone = /^\s*([1-9]\d{0,2})\s*$/
/** Lines at least between two page numbers. */
const shortestPage = 4
/** Page numbers that two tables of single figures could not hold by chance. */
const fewest = 2

/**
 * The lines with what belongs to the page and not to the text marked like page numbers: the title again, dates and
 * addresses of a printout, a telephone number, and page numbers without any mark: lone numbers of which each is one
 * more than the one before, in a text that has no other numbers alone on a line.
 */
export function withFurniture(lines: readonly TextLine[]): readonly TextLine[] {
  const pages = barePageNumbers(lines)
  const titles = repeatedTitles(lines)
  return lines.map((line) => {
    if (line.isPageNumber || isBlankLine(line)) return line
    const folded = foldCharacters(line.text)
    const isOfPage = [printedAt, address, contact, phone].some((shape) => shape.test(folded))
    if (titles.has(line)) return { ...line, isPageNumber: true, isBarrier: false }
    return !line.isBarrier && (isOfPage || pages.has(line)) ? { ...line, isPageNumber: true } : line
  })
}

/** Lines that print the report's title once more, with a page number or without. */
function repeatedTitles(lines: readonly TextLine[]): ReadonlySet<TextLine> {
  const bare = ({ text }: TextLine): string => text.replace(/\s|[-—–·|]*\d{1,3}[-—–·|]*\s*$/g, '')
  const printed = lines.filter(
    ({ text }) => reportTitle.test(text) && text.length < 80 && !/[，。；]/.test(text),
  )
  const first = printed[0]
  return new Set(first === undefined ? [] : printed.slice(1).filter((line) => bare(line) === bare(first)))
}

function barePageNumbers(lines: readonly TextLine[]): ReadonlySet<TextLine> {
  const alone = lines.flatMap((line, index) => {
    const number = line.isPageNumber ? undefined : lone.exec(foldCharacters(line.text))?.[1]
    return number === undefined ? [] : [{ line, index, page: Number(number) }]
  })
  const isRun = alone.every(({ index, page }, at) => {
    const before = alone[at - 1]
    return before === undefined || (page === before.page + 1 && index - before.index >= shortestPage)
  })
  return new Set(isRun && alone.length >= fewest ? alone.map(({ line }) => line) : [])
}
