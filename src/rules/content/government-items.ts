import { headingOf } from '../parts.ts'
import { wholeText } from '../report-text.ts'
import type { Hit, Rule, RuleContext } from '../rule.ts'

/** A people's government reports on assessment, public review and accountability as well. */
export const governmentItems: Rule = {
  id: 'content/government-items',
  severity: 'warning',
  docs: {
    summary: '各级人民政府的报告写到工作考核、社会评议和责任追究结果情况。',
    basis: '《条例》第五十条第一款第（四）项',
    remedy: '在“监督保障”中补写；没有发生责任追究的也写明。',
  },
  check: checkGovernmentItems,
}

const items: readonly { readonly name: string; readonly trace: RegExp }[] = [
  { name: '工作考核', trace: /考核|考评/ },
  { name: '社会评议', trace: /评议|评价|评估|满意度|测评/ },
  { name: '责任追究', trace: /责任追究|追究[^。;!?]{0,8}责任|追责|问责/ },
]

function* checkGovernmentItems({ read, agencyKind }: RuleContext): Iterable<Hit> {
  if (agencyKind !== 'government' && agencyKind !== 'township') return
  const text = wholeText(read)
  const lacking = items.filter(({ trace }) => !trace.test(text)).map(({ name }) => name)
  if (lacking.length === 0) return
  yield {
    message: `《条例》第五十条要求各级人民政府报告工作考核、社会评议和责任追究结果情况，未见${lacking.join('、')}，请补充。`,
    where: headingOf(read, 1),
    evidence: [read.report.agency ?? ''].filter((agency) => agency !== ''),
  }
}
