import { plainJoin, wholeText } from '../report-text.ts'
import type { Hit, Rule, RuleContext } from '../rule.ts'

/** A way to reach the agency: telephone, address or e-mail. */
export const contact: Rule = {
  id: 'structure/contact',
  severity: 'info',
  docs: {
    summary: '报告写有联系方式（电话、地址或邮箱）。',
    basis: '通行做法',
    remedy: '在报告开头注明地址和电话。',
  },
  check: checkContact,
}

const words = /联系电话|咨询电话|电话|传真|(?<![网站载版])地址|邮箱|电子邮件|邮编|联系方式|联系人/
/** Words that in running text say nothing unless something stands behind them. */
const wordsWithValue =
  /(?:电话|传真|(?<![网站载版])地址|邮箱|电子邮件|邮编|联系方式|联系人)(?:号码)?[:：为是]/
const numberOrMail = /0\d{2,3}[-—–－()（）]{0,2}\d{7,8}(?!\d)|(?<!\d)1[3-9]\d{9}(?!\d)|[\w.-]+@[\w-]+\.\w+/

function* checkContact({ read }: RuleContext): Iterable<Hit> {
  const lead = plainJoin(read.lead)
  const end = plainJoin(read.sections.at(-1)?.paragraphs ?? [])
  if (words.test(lead) || wordsWithValue.test(end) || numberOrMail.test(wholeText(read))) return
  yield {
    message: '未见联系方式，建议注明地址和电话，方便公众咨询。',
    where: '报告开头',
    evidence: [],
  }
}
