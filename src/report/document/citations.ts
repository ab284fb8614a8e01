import { compactText, printedSlice, type CompactText } from '../wording/compact-text.ts'
import type { Citations, TextParagraph } from '../read-report.ts'
import type { StatutoryFormat } from '../report.ts'

/** 国办公开办函〔2021〕30号, its brackets lost or of another kind, 函 misspelt. */
const byNumber =
  /国办(?:信息)?公开?办?[函涵]?[〔[(【〈<{「]?((?:19|20)\d{2})年?[〕\])】〉>}」]?第?(\d{1,3})号/g

/** The 2021 notice prints the form; its name is the form's. */
const name2021 =
  /(?:关于印发)?[《〈"“]?(?:中华人民共和国政府信息公开工作年度报告格式|政府信息公开(?:工作)?年度报告格式(?=[》〉]))[》〉"”]?(?![》〉]?\(?试行)(?:的通知)?/
const name2019 =
  /(?:关于)?政府信息公开工作年度报告有关事项的通知|(?:政府信息公开(?:工作)?)?年度报告格式[》〉]?\(试行\)/

type Notice = keyof Citations

/** The notices that the text cites for its format, by number or by name, in the words printed. */
export function findCitations(paragraphs: readonly TextParagraph[]): Citations {
  const found: Record<Notice, string | null> = { notice2021: null, notice2019: null }
  const texts = paragraphs.map(({ text }) => compactText(text))
  for (const text of texts) {
    for (const { notice, words } of numbersIn(text)) found[notice] ??= words
  }
  for (const text of texts) {
    found.notice2021 ??= nameIn(text, name2021)
    found.notice2019 ??= nameIn(text, name2019)
  }
  return found
}

/** The format a report says it follows; the newer notice where it cites both. */
export function formatOf({ notice2021, notice2019 }: Citations): StatutoryFormat | null {
  if (notice2021 !== null) return '2021-30'
  return notice2019 === null ? null : '2019-60'
}

function numbersIn(text: CompactText): readonly { readonly notice: Notice; readonly words: string }[] {
  return [...text.text.matchAll(byNumber)].flatMap((match) => {
    const notice = noticeOf(Number(match[1]), Number(match[2]))
    const words = printedSlice(text, match.index, match.index + match[0].length)
    return notice === null ? [] : [{ notice, words }]
  })
}

/** A wrong year does not make it another notice, but 〔2019〕30号 and 〔2021〕60号 could be either. */
function noticeOf(year: number, number: number): Notice | null {
  if (number === 30 && year !== 2019) return 'notice2021'
  if (number === 60 && year !== 2021) return 'notice2019'
  return null
}

function nameIn(text: CompactText, name: RegExp): string | null {
  const match = name.exec(text.text)
  return match === null ? null : printedSlice(text, match.index, match.index + match[0].length)
}
