import type { Block, Paragraph, Place } from '../../readers/document.ts'
import { endsAsOrgan, isWholeName } from './agency-name.ts'
import { compactText, printedSlice, type CompactText } from '../wording/compact-text.ts'
import type { ReadTitle } from '../read-report.ts'
import { titlesInside } from './title-inside.ts'
import { parseTitle, type Span, type TitleText } from './title-text.ts'

/** A title and the blocks that hold it and nothing else. */
export interface FoundTitle {
  readonly title: ReadTitle
  /** True where the title speaks of 信息公开 or 政务公开 and so tells what kind of report this is. */
  readonly isOfDisclosure: boolean
  readonly blocks: ReadonlySet<Block>
}

interface TitleLine {
  readonly text: string
  readonly block: Block
  readonly isStyled: boolean
  readonly place: Place
}

interface Candidate extends FoundTitle {
  readonly score: number
}

const maxLines = 4

/**
 * The title of the report among the blocks before `end`, where part 一 begins: on one line or up to four, broken
 * anywhere. Of several – web pages print it two or three times – the fullest counts, then the one nearest to the
 * text. Null if none stands there.
 */
export function findTitle(blocks: readonly Block[], end: number): FoundTitle | null {
  const lines = blocks.slice(0, end).flatMap((block) => (block.kind === 'paragraph' ? linesOf(block) : []))
  const found: Candidate[] = []
  for (let last = 0; last < lines.length; last += 1) {
    const candidate = wholeTitle(lines, last)
    if (candidate !== null) found.push(candidate)
  }
  blocks.slice(0, end).forEach((block) => {
    for (const { text, title } of titlesInside(block)) {
      const inside = asTitle(text, title, block.place)
      found.push({ ...inside, blocks: new Set(), score: scoreOf(inside) })
    }
  })
  return found.reduce<Candidate | null>(
    (best, one) => (best === null || one.score >= best.score ? one : best),
    null,
  )
}

/** Marks of Markdown and brackets round a title. */
const around = /^[\s#*_《【]+|[\s#*_》】]+$/g
const quoted = /^[“"](.*)[”"]$/

function linesOf(block: Paragraph): readonly TitleLine[] {
  return block.text
    .replace(/&nbsp;/gi, ' ')
    .split('\n')
    .map((text) => withoutMarks(text))
    .filter((text) => text !== '')
    .map((text) => ({ text, block, isStyled: block.style !== 'body', place: block.place }))
}

function withoutMarks(text: string): string {
  const bare = text.replace(around, '')
  return quoted.exec(bare)?.[1]?.replace(around, '') ?? bare
}

/** The title that ends on line `last`; it begins as far up as lines still belong to it. */
function wholeTitle(lines: readonly TitleLine[], last: number): Candidate | null {
  const shortest = shortestTitle(lines, last)
  if (shortest === null) return null
  const found = withYearBelow(lines, withLinesAbove(lines, shortest))
  const own = lines.slice(found.from, found.to + 1)
  const styled = own.every(({ isStyled }) => isStyled) ? 3 : 0
  const place = own[0]?.place ?? { line: 1 }
  const title = asTitle(found.compact, found.title, place)
  const blocks = wholeBlocks(own, lines)
  return withAgencyBelow(lines[found.to + 1], { ...title, blocks, score: scoreOf(title) + 3 + styled })
}

/** The blocks that hold nothing but lines of the title: the lead may follow in the same paragraph. */
function wholeBlocks(own: readonly TitleLine[], lines: readonly TitleLine[]): ReadonlySet<Block> {
  const rest = new Set(lines.filter((line) => !own.includes(line)).map(({ block }) => block))
  return new Set(own.map(({ block }) => block).filter((block) => !rest.has(block)))
}

/** With the agency on the line under it, as on a cover: `2023年政府信息公开工作年度报告` / `兖州区人民政府`. */
function withAgencyBelow(line: TitleLine | undefined, found: Candidate): Candidate {
  const name = line === undefined ? '' : compactText(line.text).text
  if (line === undefined || found.title.agency !== null || !isWholeName(name)) return found
  const agency = line.text.replace(/\s/g, '')
  const title = { ...found, title: { ...found.title, text: `${found.title.text} ${agency}`, agency } }
  return { ...title, blocks: new Set([...found.blocks, line.block]), score: found.score + 2 }
}

interface TitleOnLines {
  /** The lines it takes, `to` included. */
  readonly from: number
  readonly to: number
  readonly compact: CompactText
  readonly title: TitleText
}

function titleOn(lines: readonly TitleLine[], from: number, to: number): TitleOnLines | null {
  const own = lines.slice(from, to + 1)
  if (own.some(({ text }) => text.length > 120 || /[。！？；，：>|]/.test(text))) return null
  const compact = compactText(own.map(({ text }) => text).join(''))
  const title = compact.text.length > 90 ? null : parseTitle(compact.text)
  return title === null ? null : { from, to, compact, title }
}

function shortestTitle(lines: readonly TitleLine[], last: number): TitleOnLines | null {
  for (let from = last; from >= 0 && from > last - maxLines; from -= 1) {
    const title = titleOn(lines, from, last)
    if (title !== null) return title
  }
  return null
}

/** With the lines above that belong to it; a line that makes no sense alone may do so with the next one. */
function withLinesAbove(lines: readonly TitleLine[], title: TitleOnLines): TitleOnLines {
  for (let from = title.from - 1; from >= 0 && from > title.to - maxLines; from -= 1) {
    const more = titleOn(lines, from, title.to)
    const above = lines.slice(from, title.from)
    if (more !== null && belongsTo(above, title, more)) return withLinesAbove(lines, more)
  }
  return title
}

/** With the line under it, if the title has no year and that line is nothing else: `（2023年度）`. */
function withYearBelow(lines: readonly TitleLine[], title: TitleOnLines): TitleOnLines {
  const below = compactText(lines[title.to + 1]?.text ?? '').text
  if (title.title.year !== null || !/^\((?:19|20)\d{2}年?度?\)$/.test(below)) return title
  return titleOn(lines, title.from, title.to + 1) ?? title
}

/** True where the lines above are the beginning of the title below them, and no lines of the page around it. */
function belongsTo(above: readonly TitleLine[], below: TitleOnLines, whole: TitleOnLines): boolean {
  const lower = agencyOf(below.compact, below.title)
  const upper = agencyOf(whole.compact, whole.title)
  const givesYear = below.title.year === null && whole.title.year !== null
  if (upper === null) return lower === null && givesYear
  if (!endsAsOrgan(upper)) return false
  return givesYear || lower === null || !isWholeName(lower) || isBeginning(above)
}

/** True for lines that may be cut off an agency's name, although what follows is a whole name by itself. */
function isBeginning(lines: readonly TitleLine[]): boolean {
  const { text } = compactText(lines.map((line) => line.text).join(''))
  // The page's own name, 兖州区人民政府, may stand above a title that is whole without it.
  if (/[局委会厅办室心处院府]$/.test(text)) return false
  const isCutName = /^\p{Script=Han}{2}.*[—“\d+&/]/u.test(text)
  return (
    text.length <= 3 ||
    isCutName ||
    /[省市县区州盟旗镇乡]/.test(text) ||
    lines.every(({ isStyled }) => isStyled)
  )
}

type TitleRead = Omit<FoundTitle, 'blocks'>

/** How much a title says; a name with its area says more than 区科技局. */
function scoreOf({ title: { agency, year }, isOfDisclosure }: TitleRead): number {
  const named = agency === null ? 0 : isWholeName(compactText(agency).text) ? 3 : 2
  return named + (year === null ? 0 : 2) + (isOfDisclosure ? 1 : 0)
}

function asTitle(compact: CompactText, title: TitleText, place: Place): TitleRead {
  return {
    title: {
      text: compact.printed.trim(),
      agency: agencyOf(compact, title),
      year: title.year,
      documentName: nameOf(compact, title.name),
      place,
    },
    isOfDisclosure: title.isOfDisclosure,
  }
}

function agencyOf(compact: CompactText, { agency }: TitleText): string | null {
  return agency === null ? null : printedSlice(compact, agency.start, agency.end).replace(/\s/g, '')
}

/** The document's name in simplified characters; a year inside it (政府信息公开工作2024年度报告) is left out. */
function nameOf({ text }: CompactText, { start, end }: Span): string {
  return text.slice(start, end).replace(/(?:19|20)\d{2}年度?(?=年)|(?:19|20)\d{2}(?=年)/g, '')
}
