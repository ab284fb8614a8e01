import type { SectionNumber } from '../statutory-tables.ts'

/**
 * How sure a wording is: `form` is the official heading or a known variant of it, word for word; `keywords` has
 * the key words of report-checks.md (`structure/section-missing`); `hint` has one of them, enough only under the
 * right numeral.
 */
export type WordingStrength = 'form' | 'keywords' | 'hint'

export interface KnownWording {
  readonly number: SectionNumber
  readonly strength: WordingStrength
}

const link = '[及和与、,/暨以并或]{0,3}'
const about = '(?:行政机关|本机关|本单位|本部门)?(?:政府信息公开|政务公开|信息公开)?(?:工作)?(?:中|的)?'
const dealt = `(?:(?:收到|受理|接收|接受|处理|办理|答复)${link})+`

/** Whole headings, on compact text; the longest possible reading of each. */
const forms: readonly { readonly number: SectionNumber; readonly pattern: string }[] = [
  { number: 1, pattern: `${about}(?:总体|整体)(?:工作)?(?:情况|概况)|${about}基本情况` },
  {
    number: 2,
    pattern:
      '(?:行政机关|本机关|本单位|本部门)?(?:主动公开的?(?:政府|政务)?信息(?:公开)?|(?:政府|政务)信息主动公开)的?(?:工作)?的?情况',
  },
  {
    number: 3,
    pattern:
      `(?:行政机关|本机关|本单位|本部门)?${dealt}的?(?:政府|政务)?(?:信息)?(?:公开)?依?申请(?:公开)?的?(?:政府|政务)?(?:信息)?的?(?:办理|处理|答复)?的?情况` +
      `|(?:政府|政务)?信息公开申请的?${dealt}的?情况`,
  },
  {
    number: 4,
    pattern:
      '因?(?:政府|政务)?(?:信息)?(?:公开)?(?:工作)?(?:被|遭|所|引起|引发|申请|提起|涉及|发生|的){0,4}(?:行政)?复议(?:案件)?' +
      `${link}因?(?:政府信息公开)?(?:工作)?(?:被|引起|引发|申请|提起|的){0,3}(?:行政)?诉讼(?:案件)?的?情况`,
  },
  {
    number: 5,
    pattern: `${about}(?:存在的?(?:主要|突出)?|(?:主要|突出))(?:困难|问题|不足)(?:${link}(?:困难|问题|不足))?${link}(?:下一步|今后)?(?:工作)?的?(?:改进|整改|解决)(?:工作)?的?(?:情况|措施|意见|打算|建议|方向|办法|思路)`,
  },
  {
    number: 6,
    pattern:
      '其[他它](?:需要|需|应当|应|须|要)(?:专门)?(?:报告|说明)的?(?:有关|相关)?(?:事项|情况)|需要(?:报告|说明)的其[他它](?:有关|相关)?(?:事项|情况)',
  },
]

const tail = '(?:(?:统计|汇总)表?|表(?![格示明\\d]))?'
const formsAtStart = forms.map(({ number, pattern }) => ({
  number,
  regex: new RegExp(`^(?:(?:${pattern})${tail})`),
}))

const keywords: readonly {
  readonly number: SectionNumber
  readonly all: readonly RegExp[]
  readonly not?: RegExp
}[] = [
  { number: 6, all: [/其[他它]/, /报告|说明/, /事项|情况/] },
  { number: 6, all: [/^其[他它](?:有关|相关)?(?:事项|情况)$/] },
  { number: 5, all: [/问题|不足|困难/, /改进|措施|整改|打算|改正|解决|下一步|努力方向/] },
  { number: 4, all: [/复议/, /诉讼|起诉|应诉/] },
  { number: 3, all: [/申请/, /收到|受理|处理|办理|接收|答复/], not: /费|建议|提案|复议|诉讼|许可/ },
  { number: 2, all: [/主动公开/, /信息/] },
  { number: 1, all: [/总体|整体情况|基本情况|概况/] },
]

const hints: Readonly<Record<SectionNumber, RegExp>> = {
  1: /概述|综述|总述|工作情况|开展情况/,
  2: /主动公开/,
  3: /申请/,
  4: /复议|诉讼/,
  5: /问题|不足|改进|整改/,
  6: /其[他它]|报告|说明/,
}

/** Rows of table 三 that bear a numeral like a heading; never headings. */
const tableRow =
  /^本年度?新收|^上年度?结转|^本?年?度?办理结|^结转下|^本列数据|^予以公开|^部分公开|^不予|^无法提供|^其他处理|^总计/

/** The part a whole heading line, without its numeral, speaks of. `expected` is the part its numeral stands for. */
export function partOfWording(wording: string, expected: number): KnownWording | null {
  const text = wording.replace(/[:。.]$/, '').replace(/\([^()]*\)$/, '')
  if (!isHeadingLike(text)) return null
  const form = formAtStart(text)
  if (form?.length === text.length) return { number: form.number, strength: 'form' }
  const known = keywords.find(
    ({ all, not }) => all.every((word) => word.test(text)) && not?.test(text) !== true,
  )
  if (known !== undefined) return { number: known.number, strength: 'keywords' }
  const hinted = sectionNumbers.find((number) => number === expected && hints[number].test(text))
  return hinted === undefined ? null : { number: hinted, strength: 'hint' }
}

/** The official heading, or a known variant, that the text begins with: its part and its length. */
export function formAtStart(
  text: string,
): { readonly number: SectionNumber; readonly length: number } | null {
  for (const { number, regex } of formsAtStart) {
    const match = regex.exec(text)
    if (match !== null) return { number, length: match[0].length }
  }
  return null
}

const sectionNumbers: readonly SectionNumber[] = [1, 2, 3, 4, 5, 6]

/** True for the words, without numeral, of a row of table 三. */
export function isTableRow(words: string): boolean {
  return tableRow.test(words)
}

/** Short, one phrase, no row of a table. */
function isHeadingLike(text: string): boolean {
  if (text.length < 2 || text.length > 40) return false
  if (tableRow.test(text)) return false
  // A stray comma may stand for the mark between 复议 and 诉讼; two make a sentence.
  if (/[。;!?|“”"《》〔〕:]/.test(text) || (text.match(/,/g)?.length ?? 0) > 1 || /[、,]$/.test(text))
    return false
  return !/\d/.test(text.replace(/(?:19|20)\d{2}年?/g, ''))
}
