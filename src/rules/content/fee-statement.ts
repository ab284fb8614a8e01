import type { ReadReport } from '../../report/read-report.ts'
import { headingOf, partOf } from '../parts.ts'
import { allParagraphs, firstWords, plainText } from '../report-text.ts'
import type { Hit, Rule, RuleContext } from '../rule.ts'

/** From the report for 2021 on, the text says whether information-handling fees were charged. */
export const feeStatement: Rule = {
  id: 'content/fee-statement',
  severity: 'warning',
  docs: {
    summary: '文中写明是否收取政府信息公开信息处理费。',
    basis: '国办公开办函〔2021〕30号，第六部分；国办函〔2020〕109号',
    remedy: '在第六部分写明收取的金额，未收取的也要写明。',
  },
  check: checkFeeStatement,
}

const firstYear = 2021

function* checkFeeStatement({ read }: RuleContext): Iterable<Hit> {
  const { year } = read.report
  if (year === null || year < firstYear || statesFees(read)) return
  const text = partOf(read, 6)?.paragraphs.map((paragraph) => paragraph.text) ?? []
  yield {
    message: '未报告依据《政府信息公开信息处理费管理办法》收取信息处理费的情况，未收取的也请在第六部分注明。',
    where: headingOf(read, 6),
    evidence: [firstWords(text.join(' '))].filter((words) => words !== ''),
  }
}

/** Charges of another kind: 行政事业性收费 in table 二, or information about prices that was published. */
const otherCharges = /行政事业性?收费|收费(?:项目|标准|目录|清单|信息)|涉企收费|学校收费|教育收费/g
const fees =
  /处理费|收取[^。;!?]{0,12}费|(?:未|无|没有|不)[^。;!?]{0,6}收费|收费[^。;!?]{0,8}(?:0|零|无|元)|免费/
/** Words of a sentence that say something of the fees, where a heading only names them. */
const says = /无|未|没|不|免|零|元|\d/
/** Figures and words that say nothing: years, document numbers, titles of documents. */
const idle = /\d{4}年度?|[〔[(]\d{4}[〕\])]\d*号?|\d{1,2}月\d{1,2}日|《[^》]*》/g
const numeral =
  /^(?:[(][一二三四五六七八九十\d]+[)]|[一二三四五六七八九十]+[、.是]|\d{1,2}(?:[、)]|\.(?!\d|$)|\.(?=\d{4}年)))/
const heading = /(?:情况|事项|报告|说明|处理费)[;:。]?$/

function statesFees(read: ReadReport): boolean {
  const lines = unwrapped(allParagraphs(read).map((paragraph) => plainText(paragraph.text)))
  const sentences = lines
    .flatMap((line) => line.split(/(?<=[。;!?])/))
    .filter((text) => /[\p{L}\p{N}]/u.test(text))
  return sentences.some((sentence, index) => {
    if (!fees.test(sentence.replace(otherCharges, ''))) return false
    const words = sentence.replace(numeral, '').replace(idle, '')
    if (says.test(words)) return true
    // A heading is answered by what stands under it: 无。 or 按规定执行, never by another heading.
    if (heading.test(sentence))
      return index + 1 < sentences.length && !numeral.test(sentences[index + 1] ?? '')
    // To name the 办法 is not to say whether fees were charged.
    return fees.test(words)
  })
}

/** Lines of a text whose sentences were broken at the page's width, put together again. */
function unwrapped(lines: readonly string[]): readonly string[] {
  const whole: string[] = []
  for (const line of lines) {
    const last = whole.at(-1)
    const runsOn = last !== undefined && !/[。;:!?]$/.test(last) && !numeral.test(line)
    if (runsOn) whole[whole.length - 1] = `${last}${line}`
    else whole.push(line)
  }
  return whole
}
