import { Converter } from 'opencc-js/t2cn'

const convert = Converter({ from: 't', to: 'cn' })

/** 乾 of 乾县 is no traditional 干: names of places keep it. */
const kept = new Set(['乾'])

const simplified = new Map<string, string>()

/** Words in simplified characters, one for each. */
export function inSimplified(text: string): string {
  return Array.from(text, simple).join('')
}

function simple(character: string): string {
  const known = simplified.get(character)
  if (known !== undefined) return known
  const as = kept.has(character) ? character : convert(character)
  simplified.set(character, as)
  return as
}
