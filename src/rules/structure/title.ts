import type { ReadReport, ReadTitle } from '../../report/read-report.ts'
import { firstWords, plainText } from '../report-text.ts'
import type { Hit, Rule, RuleContext } from '../rule.ts'

/** The title stands there and names the agency, the year (that of the 统计期限) and the document. */
export const title: Rule = {
  id: 'structure/title',
  severity: 'error',
  docs: {
    summary: '文首有标题，写明机关名称、年份和“政府信息公开工作年度报告”，年份与统计期限一致。',
    basis: '国办公开办函〔2021〕30号；通行做法',
    remedy: '补写或更正标题。网站页面自动加上的标题不在报送的文件里，文件本身也要写。',
  },
  check: checkTitle,
}

const where = '标题'
const documentName = '政府信息公开工作年度报告'

function* checkTitle({ read }: RuleContext): Iterable<Hit> {
  if (read.title === null) {
    yield {
      message: '未找到报告标题，建议在文首写明“机关名称＋年份＋政府信息公开工作年度报告”。',
      where,
      evidence: firstText(read),
    }
    return
  }
  const text = read.title.text.trim()
  const lacking = lackingParts(read.title)
  const periodYear = yearOfPeriod(read)
  if (lacking !== '') {
    yield { message: `标题“${text}”缺少${lacking}，请补充。`, where, evidence: [text] }
  } else if (!namesTheDocument(read.title)) {
    yield {
      message: `标题“${text}”中的文件名称与规范名称“${documentName}”不一致，建议统一。`,
      where,
      evidence: [text],
      severity: 'warning',
    }
  }
  if (read.title.year !== null && periodYear !== null && read.title.year !== periodYear) {
    yield {
      message: `标题年份为${read.title.year}年，统计期限为${periodYear}年，请核对。`,
      where,
      evidence: [text, firstWords(read.period?.text ?? '', 60)],
    }
  }
}

function firstText(read: ReadReport): readonly string[] {
  const first = [...read.lead, ...read.sections.flatMap((section) => section.paragraphs)].find(
    (paragraph) => paragraph.text.trim() !== '',
  )
  return first === undefined ? [] : [firstWords(first.text)]
}

function lackingParts({ agency, year }: ReadTitle): string {
  return [agency === null ? '机关名称' : '', year === null ? '年份' : '']
    .filter((part) => part !== '')
    .join('和')
}

/** `政府信息公开…年度报告` with 工作 in it, whatever else stands between. */
function namesTheDocument({ text }: ReadTitle): boolean {
  const name = /政府信息公开.*年度报告/.exec(plainText(text))?.[0] ?? ''
  return name.includes('工作')
}

/** The one year of the 统计期限; null where it spans two, or a half of it cannot be read. */
function yearOfPeriod({ period }: ReadReport): number | null {
  if (period?.from == null || period.to === null) return null
  const year = period.from.slice(0, 4)
  return year === period.to.slice(0, 4) ? Number(year) : null
}
