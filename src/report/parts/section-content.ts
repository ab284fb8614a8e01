import type { Block } from '../../readers/document.ts'
import { compacted } from '../wording/compact-text.ts'
import { headingNumeral } from './heading-numeral.ts'
import type { Heading } from './headings.ts'
import type { ReadTable } from '../read-report.ts'
import { tableKeys, tableSection, type SectionNumber, type TableKey } from '../statutory-tables.ts'

/** Where a part begins: at its heading, or where its content does if the heading was lost. */
export interface SectionStart {
  readonly number: SectionNumber
  readonly index: number
  /** Null where the heading was lost. */
  readonly heading: Heading | null
}

/**
 * The beginnings of all parts that are there, in the order of the file: those with a heading, and those known by
 * their content alone – 二, 三, 四 by their table, 一, 五, 六 by sub-headings that stand in no other part.
 */
export function sectionStarts(
  blocks: readonly Block[],
  headings: readonly Heading[],
  tables: Readonly<Record<TableKey, ReadTable>>,
  claimed: ReadonlySet<Block>,
): readonly SectionStart[] {
  const starts: SectionStart[] = headings.map((heading) => ({
    number: heading.number,
    index: heading.index,
    heading,
  }))
  const add = (number: SectionNumber, index: number | null): void => {
    if (index !== null && !starts.some((start) => start.index === index))
      starts.push({ number, index, heading: null })
  }
  const lacks = (number: SectionNumber): boolean => !starts.some((start) => start.number === number)
  for (const key of tableKeys) {
    if (lacks(tableSection[key])) add(tableSection[key], firstBlockOf(key, tables, blocks, claimed))
  }
  const textFor = (number: SectionNumber): readonly NumberedLine[] =>
    numberedLines(blocks, claimed, placeFor(number, starts, blocks.length))
  if (lacks(1)) add(1, overviewIn(textFor(1)))
  if (lacks(5)) add(5, problemsIn(textFor(5)))
  if (lacks(6)) add(6, feesIn(textFor(6)))
  return starts.sort((one, other) => one.index - other.index)
}

/** The blocks after the nearest part before this one and up to the nearest part behind it. */
function placeFor(
  number: SectionNumber,
  starts: readonly SectionStart[],
  blockCount: number,
): readonly [number, number] {
  const before = starts.filter((start) => start.number < number).map(({ index }) => index)
  const from = Math.max(-1, ...before)
  const behind = starts
    .filter((start) => start.number > number && start.index > from)
    .map(({ index }) => index)
  return [from + 1, Math.min(blockCount, ...behind)]
}

/** The first block of a table that was read; null if it was not, or stands nowhere. */
function firstBlockOf(
  key: TableKey,
  tables: Readonly<Record<TableKey, ReadTable>>,
  blocks: readonly Block[],
  claimed: ReadonlySet<Block>,
): number | null {
  const line = Math.min(...linesOf(tables[key]))
  const last = blocks.findLastIndex((block) => claimed.has(block) && block.place.line <= line)
  if (line === Infinity || last === -1) return null
  // Its header and labels stand above its first figure, but below the figures of the table before.
  const others = tableKeys.filter((other) => other !== key).flatMap((other) => linesOf(tables[other]))
  const floor = Math.max(0, ...others.filter((other) => other < line))
  const before = blocks
    .slice(0, last)
    .findLastIndex((block) => !claimed.has(block) || block.place.line <= floor)
  return before + 1
}

function linesOf(table: ReadTable): readonly number[] {
  return [...table.cells.values()].flatMap(({ place }) => (place === null ? [] : [place.line]))
}

/** 一 without its heading: sub-headings on 主动公开 and on 依申请公开. */
function overviewIn(text: readonly NumberedLine[]): number | null {
  const first = text.findIndex(({ words }) =>
    /^(?:认真|切实|扎实)?(?:做好|推进|开展)?(?:\d{4}年度?)?主动公开/.test(words),
  )
  if (first === -1 || !text.slice(first + 1).some(({ words }) => words.includes('申请公开'))) return null
  return text[first]?.index ?? null
}

/** 五 without its heading: a sub-heading on the problems, then one on the improvements. */
function problemsIn(text: readonly NumberedLine[]): number | null {
  const first = text.findIndex(({ words }) =>
    /^(?:当前|目前|工作中)?(?:存在的?)?(?:主要|突出)?(?:困难|问题|不足)/.test(words),
  )
  const improvement = /^(?:下一步)?(?:工作)?(?:的|主要)?(?:改进|整改)|^下一步/
  if (first === -1 || !text.slice(first + 1).some(({ words }) => improvement.test(words))) return null
  return text[first]?.index ?? null
}

/** 六 without its heading: its first sub-heading, on the fees for handling requests, numbered from one again. */
function feesIn(text: readonly NumberedLine[]): number | null {
  return text.find(({ words, value }) => value === 1 && words.includes('信息处理费'))?.index ?? null
}

interface NumberedLine {
  readonly index: number
  readonly value: number
  /** The first words behind the numeral, compact. */
  readonly words: string
}

/** The lines of text with a numeral: sub-headings, most of them. */
function numberedLines(
  blocks: readonly Block[],
  claimed: ReadonlySet<Block>,
  [from, to]: readonly [number, number],
): readonly NumberedLine[] {
  return blocks.slice(from, to).flatMap((block, at) => {
    if (block.kind !== 'paragraph' || claimed.has(block)) return []
    const text = compacted(block.text.slice(0, 200))
    const { marked, length, value } = headingNumeral(text)
    const words = text.slice(length, length + 40).replace(/[。:;].*$/, '')
    return marked ? [{ index: from + at, value, words }] : []
  })
}
