import { headingOf, partOf } from '../parts.ts'
import { firstWords, textOfPart } from '../report-text.ts'
import type { Hit, Rule, RuleContext } from '../rule.ts'

/** Part 一 reports on five aspects, in whatever order and under whatever titles. */
export const fiveAspects: Rule = {
  id: 'content/five-aspects',
  severity: 'warning',
  docs: {
    summary: '“总体情况”写到五个方面：主动公开、依申请公开、政府信息管理、平台建设、监督保障。',
    basis: '国办公开办函〔2021〕30号，第一部分',
    remedy: '补写未提及的方面，可不设小标题。',
  },
  check: checkFiveAspects,
}

/** The least trace of each aspect. */
const aspects: readonly { readonly name: string; readonly trace: RegExp }[] = [
  { name: '主动公开', trace: /主动[^。;!?]{0,12}公开/ },
  { name: '依申请公开', trace: /依[^。;!?]{0,6}申请|信息公开申请|申请[^。;!?]{0,4}公开/ },
  { name: '政府信息管理', trace: /信息[^。;!?]{0,4}管理|审核|审查|三审|先审后发|清理/ },
  { name: '政府信息公开平台建设', trace: /平台|网站|公众号|新媒体|公开栏|微博|专栏/ },
  { name: '监督保障', trace: /监督|保障|考核|培训|领导小组|整改|督查|督促/ },
]

function* checkFiveAspects({ read }: RuleContext): Iterable<Hit> {
  const section = partOf(read, 1)
  if (section === undefined) return
  const text = textOfPart(section)
  const lacking = aspects.filter(({ trace }) => !trace.test(text)).map(({ name }) => name)
  if (lacking.length === 0) return
  yield {
    message: `“总体情况”未提及${lacking.join('、')}，规定格式要求从五个方面报告，建议补充。`,
    where: headingOf(read, 1),
    evidence: [firstWords(section.paragraphs.map((paragraph) => paragraph.text).join(' '))],
  }
}
