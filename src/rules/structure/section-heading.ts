import type { ReadReport, ReadSection } from '../../report/read-report.ts'
import type { SectionNumber } from '../../report/statutory-tables.ts'
import {
  headingOf,
  numeralOf,
  officialHeading,
  officialWording,
  partName,
  partNumbers,
  partOf,
} from '../parts.ts'
import { plainText } from '../report-text.ts'
import type { Hit, Rule, RuleContext } from '../rule.ts'

/** The six headings carry the right Chinese numeral, as printed, and the official wording. */
export const sectionHeading: Rule = {
  id: 'structure/section-heading',
  severity: 'warning',
  docs: {
    summary: '六个部分的标题写有正确的中文序号（一、至六、）和规范的名称。',
    basis: '国办公开办函〔2021〕30号；审核实践',
    remedy: '按规范标题改写。只是名称与规范标题不一致的，仅作提示。',
  },
  check: checkSectionHeading,
}

/** From so many headings with the same defect on, they are told as one. */
const together = 3
/** Longer than any heading: text that runs on behind it. */
const longestHeading = 40

function* checkSectionHeading({ read }: RuleContext): Iterable<Hit> {
  const sections = partNumbers.map((number) => partOf(read, number)).filter((part) => part !== undefined)
  const wrong = sections.filter((section) => section.headingPresent && !hasRightNumber(section))
  const groups = [...new Set(wrong.map(defectOf))]
    .map((defect) => wrong.filter((section) => defectOf(section) === defect))
    .filter((group) => group.length >= together)
  for (const group of groups) yield wrongNumbers(read, group)
  const told = groups.flat()
  for (const section of sections) {
    if (told.includes(section)) continue
    if (!section.headingPresent) yield absentHeading(section.number)
    else if (wrong.includes(section)) yield wrongNumber(read, section)
    else if (!hasOfficialWording(section)) yield otherWording(read, section.number)
  }
}

/** How far a number is off, or the numeral itself where it cannot be read: equal for headings with one cause. */
function defectOf(section: ReadSection): string {
  const value = valueOf(section.printedNumber)
  return value === null ? section.printedNumber.trim() : `${value - section.number}`
}

function hasRightNumber(section: ReadSection): boolean {
  return (
    chineseNumeral.test(plainText(section.printedNumber)) && valueOf(section.printedNumber) === section.number
  )
}

const chineseNumeral = /[一二三四五六七八九十壹贰叁肆伍陆柒捌玖拾]/

/** The value of a printed numeral from 1 to 19, Chinese or Arabic; null where there is none. */
function valueOf(printedNumber: string): number | null {
  const plain = plainText(printedNumber)
  const digits = /\d+/.exec(plain)?.[0]
  if (digits !== undefined) return Number(digits)
  const numeral = /[一二三四五六七八九十壹贰叁肆伍陆柒捌玖拾]+/.exec(plain)?.[0]
  if (numeral === undefined) return null
  const values = Array.from(
    numeral,
    (character) => ('一二三四五六七八九十壹贰叁肆伍陆柒捌玖拾'.indexOf(character) % 10) + 1,
  )
  return values.reduce((sum, value) => sum + value, 0)
}

/** Whether the wording is the official one but for spaces, punctuation and the choice of 及, 和, 与, 、. */
function hasOfficialWording({ number, wording }: ReadSection): boolean {
  const printed = comparable(wording)
  if (printed.length > longestHeading) return true
  const official = comparable(officialWording(number))
  // Part 四 is often headed without the words that all parts have in common; nobody misses them.
  return printed === official || (number === 4 && printed === official.replace(/^政府信息公开/, ''))
}

function comparable(wording: string): string {
  return plainText(wording).replace(/[^\p{L}\p{N}]|以及|[及和与]/gu, '')
}

function wrongNumbers(read: ReadReport, group: readonly ReadSection[]): Hit {
  const numerals = group.map((section) => numeralOf(section.number)).join('、')
  const printed = group.map((section) => quoted(section.printedNumber.trim())).join('')
  const official = group.map((section) => quoted(`${numeralOf(section.number)}、`)).join('')
  const numberless = group.every((section) => section.printedNumber.trim() === '')
  return {
    message: numberless
      ? `第${numerals}部分标题缺少序号，规范写法为${official}，建议补充。`
      : `第${numerals}部分标题序号依次为${printed}，规范写法为${official}，建议修改。`,
    where: group.map((section) => headingOf(read, section.number))[0] ?? '',
    evidence: group.map((section) => headingOf(read, section.number)),
  }
}

function wrongNumber(read: ReadReport, { number, printedNumber }: ReadSection): Hit {
  const heading = headingOf(read, number)
  const official = officialHeading(number)
  return {
    message:
      printedNumber.trim() === ''
        ? `${partName(number)}标题缺少序号，规范写法为“${official}”，建议修改。`
        : `${partName(number)}标题序号为“${printedNumber.trim()}”，规范写法为“${official}”，建议修改。`,
    where: heading,
    evidence: [heading],
  }
}

function absentHeading(number: SectionNumber): Hit {
  return {
    message: `${partName(number)}有内容但未见标题，规范写法为“${officialHeading(number)}”，建议补充。`,
    where: officialHeading(number),
    evidence: [],
  }
}

function otherWording(read: ReadReport, number: SectionNumber): Hit {
  const heading = headingOf(read, number)
  return {
    message: `标题“${heading}”与规范标题“${officialHeading(number)}”不一致，建议统一。`,
    where: heading,
    evidence: [heading],
    severity: 'info',
  }
}

function quoted(text: string): string {
  return `“${text}”`
}
