/**
 * Traditional characters and variants that occur in the form's labels and headings, with the simplified ones.
 * Pairs, traditional first.
 */
const traditional =
  '繼继 衆众 査查 証证 證证 製制 複复 復复 覆复 範范 項项 總总 計计 結结 轉转 請请 數数 題题 況况 審审 訴诉 訟讼 議议 後后 機机 構构 關关 現现 務务 員员 還还 ' +
  '規规 廢废 處处 決决 費费 業业 會会 類类 級级 組组 織织 無无 給给 屬属 於于 國国 祕秘 執执 詢询 開开 發发 為为 與与 內内 過过 據据 ' +
  '單单 個个 這这 強强 許许 罰罚 採采 購购 額额 萬万 對对 錢钱 減减 續续 辦办 經经 維维 糾纠 餘余 狀状 損损 權权 護护 補补 確确 認认 ' +
  '獲获 繳缴 納纳 訪访 舉举 報报 適适 當当 眾众 區区 別别 衝冲 來来 應应 從从 間间 實实 質质 釋释 導导 術术 電电 聯联 係系 體体 條条 ' +
  '產产 團团 種种 進进 書书 點点 標标 準准 滿满 並并 將将 須须 該该 収收 戶户 説说 說说 記记 隻只 祇只 僅仅 徵征 舊旧 專专 線线 號号 ' +
  '備备 註注 鈎勾 鉤勾 穩稳 爲为 託托 違违 嚴严 佈布 絶绝 絕绝 絡络 義义 學学'

const simplified = new Map(traditional.split(' ').map((pair) => [pair.slice(0, 1), pair.slice(1)] as const))

/** The text with the traditional characters of the form's labels written in simplified ones. */
export function toSimplified(text: string): string {
  return Array.from(text, (character) => simplified.get(character) ?? character).join('')
}

/**
 * The numeral a printed label may stand behind: `1.` `1、` `8．` `（一）` `(1)` `①` `一、` `第一、`, spaces allowed.
 * A digit must have a mark behind it, so that a figure is not taken for a numeral.
 */
const leadingNumber =
  /^[\s|]*(?:[（(]\s*[一二三四五六七八九十\d]{1,2}\s*[）)][、.．,，]?|[一二三四五六七八九十]{1,2}\s*[、.．,，]|\d{1,2}\s*[、.．)）](?!\d)|[①-⑳][、.．]?)\s*/

/** A printed label parted into its numeral as printed (empty if there is none) and its words. */
export function splitLabelNumber(printed: string): { readonly number: string; readonly words: string } {
  const number = leadingNumber.exec(printed)?.[0] ?? ''
  return { number: number.trim(), words: printed.slice(number.length) }
}

/**
 * What of a label counts when it is compared: NFKC, simplified characters, and letters and digits alone – no
 * spaces, line breaks, punctuation, quotes or brackets – without the leading numeral.
 */
export function normalizeLabel(printed: string): string {
  return lettersOf(splitLabelNumber(printed).words)
}

/** As `normalizeLabel`, but a numeral at the head stays. */
export function lettersOf(text: string): string {
  return toSimplified(text.normalize('NFKC')).replace(/[^\p{L}\p{N}]/gu, '')
}

/** The value of a label's printed numeral, whatever its style: `（三）`, `三、`, `3.` → 3; null if there is none. */
export function labelNumberValue(number: string): number | null {
  const digits = /\d+/.exec(number.normalize('NFKC'))?.[0]
  if (digits !== undefined) return Number(digits)
  const numeral = /[一二三四五六七八九十]/.exec(number)?.[0]
  return numeral === undefined ? null : '一二三四五六七八九十'.indexOf(numeral) + 1
}
