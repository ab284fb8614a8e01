import type { Choice, OpenQuestion } from '../../../query/conversation.ts'
import type { Role, Token } from '../../tokens/roles.ts'
import { calledAt, placeSaid, withoutPlace } from '../../whose/at-place.ts'
import type { ParseContext } from '../reading.ts'

const beside: readonly Role['is'][] = ['empty', 'mark', 'goesOn', 'thanks']

/**
 * Reads 市里的, 区里那个, 市局 and 临溪的 as answers to which agency is meant: those of the place. Null where no place is
 * said, or the place is none of theirs; of several it is still not told which.
 */
export function answerByPlace(
  { slot, options, written }: OpenQuestion,
  tokens: readonly Token[],
  { directory }: Pick<ParseContext, 'directory'>,
): Choice | null {
  const [said, ...others] = tokens.filter(({ role }) => !beside.includes(role.is))
  if (slot !== 'agency' || said === undefined || others.length > 0) return null
  const chosen = options.filter((option) => {
    const called = withoutPlace(option)
    const place = placeSaid(said, called)
    return place !== null && calledAt(place, called, directory).includes(option)
  })
  return chosen.length === 0 ? null : { slot, written, chosen }
}
