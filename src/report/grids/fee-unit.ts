import { compacted } from '../wording/compact-text.ts'
import { isFigure } from '../labels/table-words.ts'

/** The unit that a header or a label gives for 行政事业性收费; `other` is one that is neither 元 nor 万元. */
export type FeeUnit = 'form' | 'yuan' | 'other'

const unit = /(?:单位:?|计量单位:?|[(〔[])(?:人民币)?([十百千万亿]*)元/

/** The unit printed in the words over or beside the amount; `form` where they print 万元 or none. */
export function feeUnitIn(words: readonly string[]): FeeUnit {
  const printed = words.flatMap((text) => unit.exec(compacted(text))?.[1] ?? [])
  const [first] = printed
  if (first === undefined || printed.includes('万')) return 'form'
  return printed.every((prefix) => prefix === '') ? 'yuan' : 'other'
}

/**
 * An amount under a header that prints 元, with its unit; null where the amount may be in 万元 all the same, having
 * decimals, or its unit is another one. An amount that prints a unit of its own, and none at all, stay as they are.
 */
export function amountWithUnit(text: string, header: FeeUnit): string | null {
  const plain = text.trim()
  if (header === 'form' || /元|万/.test(plain) || !isFigure(plain) || !/[1-9１-９]/.test(plain)) return text
  return header === 'yuan' && /^[\d０-９,，]+$/.test(plain) ? `${plain}元` : null
}
