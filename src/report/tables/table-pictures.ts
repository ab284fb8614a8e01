import type { Block, Picture } from '../../readers/document.ts'
import type { SectionNumber, TableKey } from '../statutory-tables.ts'
import { tableKeys, tableSection } from '../statutory-tables.ts'
import type { PlacedHeading } from './table-spans.ts'
import { homeOf, sectionAt } from './table-spans.ts'

/** Points: a table's picture is as wide as a column of text; seals, icons and codes are smaller. */
const leastWidth = 180
const leastHeight = 36

interface PlacedPicture {
  /** The part in which it stands. */
  readonly part: SectionNumber | null
  /** The part whose heading follows it at once, and whether on its own line. */
  readonly next: SectionNumber | null
  readonly isBesideHeading: boolean
}

/**
 * Which of the tables that were not read stand in the report as pictures: one in the part of the table, or just
 * before its heading. Where the headings of following tables are lost too, the next pictures are theirs.
 */
export function picturesOfTables(
  blocks: readonly Block[],
  headings: readonly PlacedHeading[],
  lacking: readonly TableKey[],
): ReadonlySet<TableKey> {
  const free = new Set(placedPictures(blocks, headings))
  const found = new Set<TableKey>()
  const take = (table: TableKey, picture: PlacedPicture | undefined): void => {
    if (picture === undefined || found.has(table)) return
    free.delete(picture)
    found.add(table)
  }
  for (const table of lacking) take(table, pictureBefore(table, [...free], lacking))
  for (const table of lacking) {
    const home = homeOf(table, headings)
    take(table, home === null ? undefined : [...free].find((picture) => picture.part === home))
  }
  return found
}

function placedPictures(
  blocks: readonly Block[],
  headings: readonly PlacedHeading[],
): readonly PlacedPicture[] {
  return blocks.flatMap((block, index) => {
    if (block.kind !== 'picture' || !mayBeTable(block)) return []
    const rest = blocks.findIndex((other, at) => at > index && !isGap(other))
    const heading = headings.find((entry) => entry.index === rest)
    return [
      {
        part: sectionAt(index, headings),
        next: heading?.number ?? null,
        isBesideHeading: blocks[rest]?.place.line === block.place.line,
      },
    ]
  })
}

/** Whether a picture is large enough to show a table; seals, icons and codes are not. */
export function mayBeTable({ width, height }: Picture): boolean {
  return (width ?? leastWidth) >= leastWidth && (height ?? leastHeight) >= leastHeight
}

function isGap(block: Block): boolean {
  return block.kind === 'paragraph' && block.text.trim() === ''
}

/**
 * The picture before a table's heading that is this table: its own part has none, and the picture stands on the
 * heading's line, or the part before needs it for no table of its own.
 */
function pictureBefore(
  table: TableKey,
  pictures: readonly PlacedPicture[],
  lacking: readonly TableKey[],
): PlacedPicture | undefined {
  const part = tableSection[table]
  if (pictures.some((picture) => picture.part === part)) return undefined
  return pictures.find((picture) => {
    if (picture.next !== part) return false
    const tableBefore = tableKeys.find((key) => tableSection[key] === picture.part)
    const isSpare =
      tableBefore !== undefined &&
      (!lacking.includes(tableBefore) || pictures.filter((other) => other.part === picture.part).length > 1)
    return picture.isBesideHeading || isSpare
  })
}
