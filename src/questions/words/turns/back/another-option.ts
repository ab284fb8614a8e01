import type { Choice, Settled } from '../../../query/conversation.ts'
import { withoutCourtesy } from '../../text/courtesy.ts'
import { normaliseQuestion } from '../../text/normalise.ts'
import type { Token } from '../../tokens/roles.ts'
import { optionNamed, optionNumbered } from './question-back.ts'

const other = /^(?:另|还有|其他|剩下的?)(?:外)?(?:一|那)?(?:一)?个(?:是)?(?:多少|几件)?[呢吧啊]*$/u

/**
 * Reads 第二个呢, 诉讼的呢 and, of two, 另一个呢 after an answer for one of the options of a question back: another of them.
 * Null where the turn names none.
 */
export function anotherOption(settled: Settled, question: string, tokens: readonly Token[]): Choice | null {
  const { slot, written } = settled.open
  const said = withoutCourtesy(normaliseQuestion(question)).replace(/^那么?|[,.?]/gu, '')
  const option =
    optionNumbered(settled.open, said) ?? otherOption(settled, said) ?? sideOption(settled, said, tokens)
  return option === null ? null : { slot, written, chosen: [option] }
}

function otherOption({ open, chosen }: Settled, said: string): string | null {
  const [one, ...more] = open.options.filter((option) => !chosen.includes(option))
  return one !== undefined && more.length === 0 && other.test(said) ? one : null
}

/** 诉讼呢 after 纠正几件, 复议的; with 几件 it is a question by itself. */
function sideOption({ open }: Settled, said: string, tokens: readonly Token[]): string | null {
  const goesOn = /[呢的][啊呀]?$/u.test(said) && !tokens.some(({ role }) => role.is === 'howMany')
  return open.slot === 'metric' && goesOn ? optionNamed(open, tokens) : null
}
