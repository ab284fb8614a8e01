/** An entry of the lexicon as it is built: characters, and places where one of several ways is taken. */
export type Saying = readonly (string | readonly Saying[])[]

/**
 * Reads an entry of the lexicon: `|` stands between two ways to say it, `{a|b}` for one of them, `(a|b)` for one of
 * them or nothing. `依申请(公开)` → 依申请公开, 依申请. Brackets may stand in brackets; one left open is a fault.
 */
export function readSaying(entry: string): Saying {
  const [ways, end] = waysFrom(entry, 0)
  if (end !== entry.length) throw unbalanced(entry)
  return [ways]
}

/** The ways from here to the bracket that closes them, or to the end; where it stands. */
function waysFrom(entry: string, start: number): readonly [readonly Saying[], number] {
  const ways: (string | readonly Saying[])[][] = [[]]
  let at = start
  for (; at < entry.length && !')}'.includes(entry.charAt(at)); at++) {
    const character = entry.charAt(at)
    if (character === '|') ways.push([])
    else if (character === '(' || character === '{') {
      const [inner, close] = waysFrom(entry, at + 1)
      if (entry.charAt(close) !== (character === '(' ? ')' : '}')) throw unbalanced(entry)
      ways.at(-1)?.push(character === '(' ? [...inner, []] : inner)
      at = close
    } else ways.at(-1)?.push(character)
  }
  return [ways, at]
}

function unbalanced(entry: string): Error {
  return new Error(`unbalanced brackets in lexicon entry ${entry}`)
}
