import { headingOf, isPartMissing, officialWording, partName, partNumbers, tableOfPart } from '../parts.ts'
import type { Hit, Rule, RuleContext } from '../rule.ts'

/** Each of the six parts is there, by its heading or by its content. */
export const sectionMissing: Rule = {
  id: 'structure/section-missing',
  severity: 'error',
  docs: {
    summary: '规定的六个部分齐全。',
    basis: '《条例》第五十条；国办公开办函〔2021〕30号',
    remedy: '按规定格式补上缺少的部分，没有数据的表格填“0”。',
  },
  check: checkSectionMissing,
}

function* checkSectionMissing({ read }: RuleContext): Iterable<Hit> {
  for (const number of partNumbers) {
    if (!isPartMissing(read, number)) continue
    const table = tableOfPart(number) === null ? '' : '（含表格）'
    yield {
      message: `缺少${partName(number)}“${officialWording(number)}”${table}，请按规定格式补充。`,
      where: headingOf(read, number),
      evidence: read.sections
        .filter((section) => section.headingPresent)
        .map((section) => headingOf(read, section.number)),
    }
  }
}
