import type { Role, Token } from '../../tokens/roles.ts'
import { calledAt, placeSaid, withoutPlace } from '../../whose/at-place.ts'
import { isOfGroup } from '../../whose/in-place.ts'
import { agenciesOf } from '../in-a-row/chain.ts'
import type { Before, ParseContext } from '../reading.ts'

const beside: readonly Role['is'][] = ['empty', 'mark', 'goesOn', 'thanks', 'years']
/** What is asked of two together. */
const ofTwo: readonly Role['is'][] = [
  ...beside,
  ...(['than', 'change', 'compared', 'whoMore', 'sum', 'each', 'and', 'howMany', 'unit'] as const),
]

/**
 * 宁溪的呢 after 临溪县城关镇, 市局呢 after 望湖区教育局, then 市里比区里多多少: places that stand for what is called like the
 * one spoken of and is there. The tokens as they are where that is nobody, or not certain.
 */
export function withSameElsewhere(
  tokens: readonly Token[],
  before: Before,
  { directory }: Pick<ParseContext, 'directory'>,
): readonly Token[] {
  const { agencies } = before.query
  const [called, ...others] = new Set(agencies.map(withoutPlace))
  if (called === undefined || others.length > 0 || agencies.length > 2) return tokens
  const places = tokens.flatMap((token, at) => {
    const place = isOfGroup(tokens, at) ? null : placeSaid(token, called)
    return place === null ? [] : [{ at, place }]
  })
  if (
    !arePlaces(
      tokens,
      places.map(({ at }) => at),
    )
  )
    return tokens
  const spokenOf = [...agencies, ...agenciesOf(before.chain)]
  const found = places.map(({ at, place }) => ({
    at,
    name: meantBy(calledAt(place, called, directory), spokenOf),
  }))
  const isSame = found.length === 1 && agencies.length === 1 && found[0]?.name === agencies[0]
  if (
    isSame ||
    found.some(({ name }) => name === null) ||
    new Set(found.map(({ name }) => name)).size < places.length
  )
    return tokens
  return tokens.map((token, index): Token => {
    const name = found.find(({ at }) => at === index)?.name ?? null
    return name === null ? token : { text: token.text, role: { is: 'agency', names: [name] } }
  })
}

/** One place that is somebody's (市里的, not 市里, which may be all), or two of which something is asked together. */
function arePlaces(tokens: readonly Token[], places: readonly number[]): boolean {
  const [at, ...others] = places
  if (at === undefined || others.length > 1) return false
  const words = tokens.filter((_, index) => !places.includes(index))
  if (others.length === 1) return words.every(({ role }) => ofTwo.includes(role.is))
  const isOwned = !(tokens[at]?.text ?? '').endsWith('里') || tokens[at + 1]?.text.startsWith('的') === true
  return isOwned && words.every(({ role }) => beside.includes(role.is))
}

/** The only one of the name there, or the only one of them that was spoken of. */
function meantBy(names: readonly string[], spokenOf: readonly string[]): string | null {
  const [only = null, ...others] = names.length > 1 ? names.filter((name) => spokenOf.includes(name)) : names
  return others.length === 0 ? only : null
}
