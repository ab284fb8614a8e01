import { numberOf } from '../../text/numerals.ts'

const digit = '[1-9一二两三四五六七八九]'
const item = '(?:个|项|家|种|条)?'
const one = `第?${digit}${item}`

const several = new RegExp(`^${one}(?:(?:[、,和与跟加]|还有|以及)+${one})+(?:都要|都看|都查|都算)?$`, 'u')
const range = new RegExp(`^第?(${digit})${item}(?:-|到|至)第?(${digit})${item}$`, 'u')
const first = new RegExp(`^[前头](${digit})${item}(?:都要|都看)?$`, 'u')
const last = new RegExp(`^(?:最后|末尾|最末|后)(${digit})${item}(?:都要|都看)?$`, 'u')
/** 倒数第二 is a place of a ranking. */
const fromBehind = new RegExp(`^倒数第?(${digit})(?:个|项|种|条)$`, 'u')

/**
 * Options of a list told by their place: 1和2, 1到3, 前两个, 最后一个. From 1; some may be more than there are. Null where
 * the text tells none.
 */
export function optionNumbers(text: string, count: number): readonly number[] | null {
  if (several.test(text))
    return Array.from(text.matchAll(new RegExp(digit, 'gu')), ([found]) => valueOf(found))
  const [, from, to] = range.exec(text) ?? []
  if (from !== undefined) return upTo(valueOf(from), valueOf(to))
  const [, ahead] = first.exec(text) ?? []
  if (ahead !== undefined) return upTo(1, valueOf(ahead))
  const [, behind] = last.exec(text) ?? []
  if (behind !== undefined) return upTo(count + 1 - valueOf(behind), count)
  const [, back] = fromBehind.exec(text) ?? []
  return back === undefined ? null : [count + 1 - valueOf(back)]
}

function upTo(from: number, to: number): readonly number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index)
}

function valueOf(written: string | undefined): number {
  return written === undefined ? 0 : (numberOf(written) ?? 0)
}
