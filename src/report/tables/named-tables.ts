import type { Block } from '../../readers/document.ts'
import { normalizeLabel, lettersOf } from '../labels/label-text.ts'
import type { ReadTable } from '../read-report.ts'
import { cellIds, disclosureRows, documentRows, requestRows, reviewResults } from '../statutory-tables.ts'
import type { TableKey } from '../statutory-tables.ts'
import type { PlacedHeading } from './table-spans.ts'
import { isHome } from './table-spans.ts'

/** Labels of a table that stand in no other text, and how many of them show that the table is there. */
const namesOf: Readonly<Record<TableKey, { readonly labels: readonly string[]; readonly fewest: number }>> = {
  proactiveDisclosure: {
    labels: [...documentRows, ...disclosureRows].map(({ label }) => normalizeLabel(label)),
    fewest: 5,
  },
  requests: {
    labels: requestRows.map(({ label }) => normalizeLabel(label)).filter(({ length }) => length > 4),
    fewest: 8,
  },
  review: { labels: reviewResults.slice(0, -1).map(({ label }) => normalizeLabel(label)), fewest: 3 },
}

/**
 * A table whose rows stand in its part with their figures, but in no layout that can be read: all cells unread.
 * Null where the part does not name them.
 */
export function namedTable(
  key: TableKey,
  blocks: readonly Block[],
  headings: readonly PlacedHeading[],
): ReadTable | null {
  const own = blocks.filter((block, index) => block.kind === 'paragraph' && isHome(index, key, headings))
  const texts = own.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []))
  const letters = lettersOf(texts.join('\n'))
  const { labels, fewest } = namesOf[key]
  const figures = texts
    .filter((text) => labels.some((label) => lettersOf(text).includes(label)))
    .flatMap(figuresIn)
  const [first] = own
  if (labels.filter((label) => letters.includes(label)).length < fewest || figures.length < fewest)
    return null
  if (first === undefined) return null
  const cell = {
    state: 'unread',
    value: null,
    text: figures.join(' '),
    repaired: false,
    place: first.place,
  } as const
  return {
    source: 'text',
    form: '2021',
    cells: new Map(cellIds[key].map((id) => [id, cell] as const)),
    missingRows: [],
    missingColumns: [],
    labels: [],
  }
}

/** Numbers that are neither years nor numerals of labels. */
function figuresIn(text: string): readonly string[] {
  return Array.from(
    text.normalize('NFKC').matchAll(/(?<![\d.])\d+(?:\.\d+)?(?!\s*年|[.、]\s*\p{L}|\d)/gu),
    ([figure]) => figure,
  )
}
