import type { Block } from '../../readers/document.ts'
import type { Heading } from './headings.ts'
import { paragraphsOf } from '../document/paragraphs.ts'
import type { ReadSection } from '../read-report.ts'
import type { SectionStart } from './section-content.ts'
import { officialHeadings, sectionNumerals, type SectionNumber } from '../statutory-tables.ts'

/**
 * The parts with their text, in the order of the file. `starts` come from sectionStarts; what stands before the
 * first of them is the lead and no part's.
 */
export function readSections(
  blocks: readonly Block[],
  starts: readonly SectionStart[],
  claimed: ReadonlySet<Block>,
  wrap: number | null,
): readonly ReadSection[] {
  return starts.map(({ number, index, heading }, at): ReadSection => {
    const from = index + (heading?.blockCount ?? 0)
    const to = starts[at + 1]?.index ?? blocks.length
    return {
      number,
      ...headingOf(number, heading),
      paragraphs: paragraphsOf(blocks, from, to, claimed, wrap),
      place: blocks[index]?.place ?? { line: 1 },
    }
  })
}

type PrintedHeading = Pick<ReadSection, 'heading' | 'headingPresent' | 'printedNumber' | 'wording'>

function headingOf(number: SectionNumber, heading: Heading | null): PrintedHeading {
  if (heading !== null) {
    const { text, printedNumber, wording } = heading
    return { heading: text, headingPresent: true, printedNumber, wording }
  }
  const wording = officialHeadings[number - 1] ?? ''
  const official = `${sectionNumerals[number - 1] ?? ''}、${wording}`
  return { heading: official, headingPresent: false, printedNumber: '', wording }
}
