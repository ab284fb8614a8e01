import { nothingTold } from '../../../query/conversation.ts'
import { signOf } from '../../reckoning/confirmed-change.ts'
import { isAnswerable, type Query } from '../../../query/query.ts'
import { numberOf } from '../../text/numerals.ts'
import type { Role, Token } from '../../tokens/roles.ts'
import { slotOf } from './chain.ts'
import { declined, yearsIn, type OfChain } from './links-together.ts'
import { plain } from '../plain-query.ts'
import { good, rolesOf, type Before } from '../reading.ts'

/** 多了1件，对吧 after two years: the later against the earlier, with the difference that is to be confirmed. */
export function differenceStated(tokens: readonly Token[], before: Before): OfChain {
  const [base, subject, ...others] = slotOf(before.chain) === 'years' ? yearsIn(before.chain) : []
  const last = before.chain.at(-1)?.query
  const confirm = statedIn(tokens)
  if (last === undefined || subject === undefined || base === undefined || others.length > 0)
    return declined(tokens, before)
  const sides = { years: [subject, base], subject, base } as const
  const query: Query = {
    ...plain(last),
    ...sides,
    operation: 'compare',
    ...(confirm === null ? {} : { confirm }),
  }
  const isMeant = confirm !== null && isPlain(tokens) && isAnswerable(query)
  return isMeant ? { tokens, before, decided: good(query) } : declined(tokens, before)
}

/** The difference that is to be confirmed, below 0 where it is said to have fallen. */
function statedIn(tokens: readonly Token[]): number | null {
  const [change, ...changes] = rolesOf(tokens, 'change')
  const [number, ...numbers] = rolesOf(tokens, 'number')
  const asks = tokens.some(({ role, text }) => role.is === 'confirm' || /^[吗吧]$/u.test(text))
  const sign = change === undefined ? null : signOf(change)
  if (!asks || sign === null || number === undefined || changes.length + numbers.length > 0) return null
  return sign * number.value
}

const beside: readonly Role['is'][] = [
  ...(['empty', 'mark', 'change', 'number', 'confirm', 'goesOn', 'conjunction', 'whether'] as const),
]

/** In percent it is of another difference. */
function isPlain(tokens: readonly Token[]): boolean {
  return tokens.every(
    ({ role }) =>
      beside.includes(role.is) || (role.is === 'unit' && role.unit !== '%' && role.unit !== '百分点'),
  )
}

/** 这三年里哪年最多, 哪年最多 after three years. Null where other years are meant. */
export function overThoseYears(tokens: readonly Token[], before: Before): OfChain | null {
  const years = yearsIn(before.chain)
  const last = before.chain.at(-1)?.query
  const at = tokens.findIndex(({ role, text }) => role.is === 'years' && saysThose(text, years.length))
  const others = tokens.filter(
    ({ role }, index) => index !== at && role.is === 'years' && role.word.is !== 'every',
  )
  // Of two one would say 哪年多: 哪年最多 is of all there are.
  const areThose = at !== -1 || (years.length > 2 && asksWhichYear(tokens))
  if (!areThose || last === undefined || others.length > 0) return null
  return {
    tokens: tokens.map((token, index) => (index === at ? { ...token, role: { is: 'empty' } } : token)),
    before: { ...before, ...nothingTold, query: { ...plain(last), years, operation: 'trend' } },
    decided: null,
  }
}

const besideYear: readonly Role['is'][] = ['empty', 'mark', 'goesOn', 'thanks', 'years', 'most']

/** 哪年最多, and nothing else. */
function asksWhichYear(tokens: readonly Token[]): boolean {
  const [word, ...words] = rolesOf(tokens, 'years').map((role) => role.word)
  const isOnly = words.length === 0 && tokens.every(({ role }) => besideYear.includes(role.is))
  return isOnly && word?.is === 'every' && word.which && tokens.some(({ role }) => role.is === 'most')
}

function saysThose(text: string, count: number): boolean {
  const [, said] = /^(?:这|上面|上述|前面)([两二三四五六七八九十几\d])(?:个)?年/u.exec(text) ?? []
  return said !== undefined && (said === '几' || numberOf(said) === count)
}
