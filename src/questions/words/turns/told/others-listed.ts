import type { Token } from '../../tokens/roles.ts'
import type { Before } from '../reading.ts'
import { spanOf, withSpan } from '../span.ts'

const noun = '(?:那|这)?(?:几家|几个(?:单位|部门)?|些(?:单位|部门)?|各家|单位|部门)'
const adds = '(?:一共|总共|合计|共|加起来)'
/** 剩下几件 asks for what was carried forward. */
const restWords = new RegExp(
  `^(?:那|那么)?(?:(?:其余|其他|其它|别的|余下)的?(?:${noun}|(?=[呢,]|$|${adds}))|剩下的?(?:${noun})|剩下的(?=[呢,]|$|${adds}))`,
  'u',
)

/** 其余单位呢, 剩下的: those asked about and not listed, and the word for them; null where there is none. */
export function ofOthers(
  tokens: readonly Token[],
  { query, listed, list }: Before,
): { readonly names: readonly string[]; readonly word: Token; readonly tokens: readonly Token[] } | null {
  const told = listed === null ? list : { query, listed }
  const span = told === null ? null : spanOf(tokens, restWords)
  if (told === null || span === null) return null
  const names = told.query.agencies.filter((name) => !told.listed.names.includes(name))
  const rest = withSpan(tokens, span, [])
  const word = rest[span.from]
  if (word === undefined) return null
  return { names: told.listed.names.length === 0 ? [] : names, word, tokens: rest }
}
