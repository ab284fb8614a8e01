import { similarity } from './label-distance.ts'
import { lettersOf, normalizeLabel } from './label-text.ts'
import {
  disclosureColumnLabels,
  disclosureRowLabels,
  requestColumnLabels,
  requestGroupLabels,
  requestRowLabels,
  reviewGroupLabels,
  reviewResultLabels,
} from './labels.ts'
import { simplifiedCharacter } from '../wording/simplified.ts'
import { officialHeadings } from '../statutory-tables.ts'

const relationNote = '本列数据的勾稽关系为第一项加第二项之和等于第三项加第四项之和'

const groupWords = requestGroupLabels.map(({ official }) => lettersOf(official))
const groupWordsAlone = new Set(requestGroupLabels.map(({ official }) => normalizeLabel(official)))

const headerPhrases = [
  '申请人情况',
  '法人或其他组织',
  '信息内容',
  relationNote,
  ...requestColumnLabels.map(({ official }) => official),
  ...disclosureColumnLabels.map(({ official }) => official),
  ...reviewGroupLabels.map(({ official }) => official),
  ...reviewResultLabels.map(({ official }) => official),
].map((phrase) => normalizeLabel(phrase))

const rowWords = [...requestRowLabels, ...disclosureRowLabels].map(({ official }) => normalizeLabel(official))

/** Whether letters are a name in a header of the form, whole. */
export function isHeaderName(letters: string): boolean {
  return headerPhrases.includes(letters)
}

/** Whether letters are a merged label of table 三 as a whole (不予公开, 本年度办理结果 …). */
export function isGroupWord(letters: string): boolean {
  return groupWordsAlone.has(letters)
}

/**
 * Whether every word of a text is a piece of a merged label or of a header: such pieces stand between, before
 * and behind the pieces of a row's label without being part of it.
 */
export function isSideWord(text: string): boolean {
  const words = text
    .split(/\s+/)
    .map((word) => lettersOf(word))
    .filter((word) => word !== '')
  return words.every(isPieceOfSideWord) || isPieceOfSideWord(words.join(''))
}

function isPieceOfSideWord(letters: string): boolean {
  const bare = normalizeLabel(letters)
  if (groupWords.some((word) => word.includes(letters)) || /^第二十条第?[一五六八九]?项?$/.test(letters))
    return true
  return headerPhrases.some((phrase) => phrase.includes(bare))
}

/** Whether a text is, or resembles, a label of the form or a piece of at least two letters of one. */
export function isFormWord(text: string): boolean {
  const letters = normalizeLabel(text)
  if (letters.length < 2) return false
  return [...rowWords, ...headerPhrases, ...groupWordsAlone].some(
    (word) => word.includes(letters) || similarity(word, letters) >= 0.6,
  )
}

/** Whether a line is the heading of one of the six parts, not a row that begins with 三、 or 四、. */
export function isPartHeading(text: string): boolean {
  const letters = normalizeLabel(text).replace(/统计表$|一览表$/, '')
  if (letters.length < 4 || letters.length > 40 || /\d/.test(letters)) return false
  const resembles = officialHeadings.some((heading) => similarity(normalizeLabel(heading), letters) >= 0.68)
  return resembles || partWords.some((words) => words.test(letters))
}

const partWords = [
  /^主动公开.*情况$/,
  /^(?:收到|受理|办理).*申请.*情况$/,
  /复议.*诉讼.*情况$/,
  /问题.*(?:改进|措施|整改).*$/,
  /其他.*报告.*事项$/,
]

const splittable = [
  '第二十条第[(（][一五六八九][)）]项',
  ...[
    '申请人情况',
    '法人或其他组织',
    '自然人',
    '商业企业',
    '科研机构',
    '社会公益组织',
    '法律服务机构',
    '其他总计',
    '信息内容',
    '本年制发件数',
    '本年废止件数',
    '现行有效件数',
    '本年处理决定数量',
    '本年新制作数量',
    '本年新公开数量',
    '对外公开总数量',
    '上一年项目数量',
    '采购项目数量',
    '采购总金额',
    '结果维持',
    '结果纠正',
    '其他结果',
    '尚未审结',
    '未经复议直接起诉',
    '复议后起诉',
    '行政复议',
    '行政诉讼',
    '本年度办理结果',
    '不予公开',
    '无法提供',
    '不予处理',
    '行政规范性文件',
    '行政许可',
    '行政处罚',
    '行政强制',
    '行政事业性收费',
  ].map((phrase) => Array.from(phrase).join('\\s*')),
  '本\\s*年\\s*收\\s*费\\s*金\\s*额\\s*(?:[(（][^)）]*[)）])?',
  '本\\s*年\\s*增\\s*/\\s*减',
]
const phrasePattern = new RegExp(`(${splittable.join('|')})`)
const longestAlone = 8

/** A label text that ran together with header words, parted into those words and the rest; short ones stay whole. */
export function splitAtFormWords(text: string): readonly string[] {
  if (lettersOf(text).length < longestAlone) return [text]
  const lengths = Array.from(text, simplifiedCharacter)
    .join('')
    .split(phrasePattern)
    .map((part) => part.length)
  let at = 0
  return lengths.map((length) => text.slice(at, (at += length))).filter((part) => part.trim() !== '')
}
