import type { SectionNumber } from '../../report/statutory-tables.ts'
import { headingOf, partName, partOf } from '../parts.ts'
import { plainText, textOfPart } from '../report-text.ts'
import type { Hit, Rule, RuleContext } from '../rule.ts'

/** The parts of text are not empty, and part 五 says more than 无. */
export const sectionEmpty: Rule = {
  id: 'structure/section-empty',
  severity: 'error',
  docs: {
    summary: '第一、五、六部分有文字内容，第五部分不能只写“无”。',
    basis: '《条例》第五十条第一款第（四）项',
    remedy: '补写该部分的内容；第五部分写明主要问题和改进情况。',
  },
  check: checkSectionEmpty,
}

const partsOfText: readonly SectionNumber[] = [1, 5, 6]
/** Fewer characters cannot name a problem and how it is mended. */
const leastCharacters = 10

function* checkSectionEmpty({ read }: RuleContext): Iterable<Hit> {
  for (const number of partsOfText) {
    const section = partOf(read, number)
    if (section?.headingPresent !== true) continue
    const where = headingOf(read, number)
    const text = textOfPart(section)
    if (!/[\p{L}\p{N}]/u.test(text)) {
      yield { message: `${partName(number)}“${where}”没有内容，请补充。`, where, evidence: [where] }
    } else if (number === 5 && saysNothing(text)) {
      const printed = section.paragraphs.map((paragraph) => paragraph.text.trim()).join('')
      yield {
        message: `第五部分仅写“${printed}”，《条例》第五十条要求报告主要问题及改进情况，请补充。`,
        where,
        evidence: [printed],
      }
    }
  }
}

function saysNothing(text: string): boolean {
  const words = plainText(text).replace(/[^\p{L}\p{N}]/gu, '')
  return (
    text.length < leastCharacters ||
    /^(?:本年度?|\d{4}年度?)?(?:我局|我单位|本单位|本机关)?(?:暂|均)?(?:无|没有|不存在|未发现)(?:存在)?(?:主要|突出)?(?:的)?(?:问题)?$/.test(
      words,
    )
  )
}
