import { Converter } from 'opencc-js/t2cn'

const convert = Converter({ from: 't', to: 'cn' })

/** 乾 of 乾县 is no traditional 干: names of places keep it. */
const kept = '乾'

/** Words in simplified characters, one for each. */
export function inSimplified(text: string): string {
  return Array.from(text, (character) => (character === kept ? character : convert(character))).join('')
}
