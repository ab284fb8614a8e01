import type { Choice, Settled } from '../../../query/conversation.ts'
import { withoutCourtesy } from '../../text/courtesy.ts'
import { normaliseQuestion } from '../../text/normalise.ts'
import { optionNumbered } from './question-back.ts'

const other = /^(?:另|还有|其他|剩下的?)(?:外)?(?:一|那)?(?:一)?个(?:是)?(?:多少|几件)?[呢吧啊]*$/u

/**
 * Reads 第二个呢 and, of two, 另一个呢 after an answer for one of the options of a question back: another of them. Null where
 * the turn names none.
 */
export function anotherOption(settled: Settled, question: string): Choice | null {
  const { slot, written } = settled.open
  const said = withoutCourtesy(normaliseQuestion(question)).replace(/^那么?|[,.?]/gu, '')
  const option = optionNumbered(settled.open, said) ?? otherOption(settled, said)
  return option === null ? null : { slot, written, chosen: [option] }
}

function otherOption({ open, chosen }: Settled, said: string): string | null {
  const [one, ...more] = open.options.filter((option) => !chosen.includes(option))
  return one !== undefined && more.length === 0 && other.test(said) ? one : null
}
