import { headingOf, partOf } from '../parts.ts'
import { firstWords, textOfPart } from '../report-text.ts'
import type { Hit, Rule, RuleContext } from '../rule.ts'

/** Part 五 names problems and says how they are mended. */
export const sectionFive: Rule = {
  id: 'content/section-five',
  severity: 'warning',
  docs: {
    summary: '第五部分既写主要问题，也写改进情况。',
    basis: '《条例》第五十条第一款第（四）项',
    remedy: '补写缺少的一半。',
  },
  check: checkSectionFive,
}

const problems =
  /问题|不足|差距|薄弱|短板|弱项|有待|不(?:够|及时|高|强|全面|到位|深入|规范)|欠缺|缺乏|亟待|困难|仍需|尚需/
const improvements = /改进|改善|下一?步|下一?阶段|将|整改|措施|今后|明年|提升|针对(?!性)|着力/

function* checkSectionFive({ read }: RuleContext): Iterable<Hit> {
  const section = partOf(read, 5)
  if (section === undefined) return
  const text = textOfPart(section)
  const hasProblems = problems.test(text)
  if (hasProblems === improvements.test(text)) return
  const [written, lacking] = hasProblems ? ['主要问题', '改进情况'] : ['改进情况', '主要问题']
  yield {
    message: `第五部分只写了${written}，请补充${lacking}。`,
    where: headingOf(read, 5),
    evidence: [firstWords(section.paragraphs.map((paragraph) => paragraph.text).join(' '))],
  }
}
