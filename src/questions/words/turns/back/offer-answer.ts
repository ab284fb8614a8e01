import { withoutCourtesy } from '../../text/courtesy.ts'
import { normaliseQuestion } from '../../text/normalise.ts'
import { numberOf } from '../../text/numerals.ts'

/** What a turn says to questions that were offered: it asks one of them, drops them, or is about something else. */
export type OfferAnswer =
  | { readonly kind: 'taken'; readonly question: string }
  | { readonly kind: 'dropped' }
  /** 是 to more than one. */
  | { readonly kind: 'unclear' }
  | { readonly kind: 'other' }

const yes =
  /^(?:(?:是|对|好|行|嗯|要|可以|没错|正确|ok|yes)+(?:的|吧|啊|呀|呢|了)*|(?:就|正)?是(?:这个|这样|它)(?:意思)?(?:的)?|就这个|问的?就?是这个)$/u
const no = /^(?:不是|不对|不用|不要|不|否|no|算了|不问|取消|没事|不查)(?:的|了|吧|啊|这个|这样)*$/u
const nth = /^第?([1-9一二两])(?:个|项)?$/u

/** Reads a turn that follows an offer. */
export function offerAnswer(offered: readonly string[], said: string): OfferAnswer {
  const [first, ...others] = offered
  if (first === undefined) return { kind: 'other' }
  const text = withoutCourtesy(normaliseQuestion(said)).replaceAll(/[,.、]/gu, '')
  if (no.test(text)) return { kind: 'dropped' }
  if (yes.test(text)) return others.length > 0 ? { kind: 'unclear' } : { kind: 'taken', question: first }
  const number = nth.exec(text)?.[1]
  const question = number === undefined ? undefined : offered[(numberOf(number) ?? 0) - 1]
  return question === undefined ? { kind: 'other' } : { kind: 'taken', question }
}
