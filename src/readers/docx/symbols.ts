/** Signs of the symbol fonts Wingdings and Symbol that reports use, by code, as the Unicode character they show. */
const wingdings = new Map<number, string>([
  [0x6c, '●'],
  [0x6e, '■'],
  [0x6f, '□'],
  [0x75, '◆'],
  [0x76, '❖'],
  [0x9f, '•'],
  [0xa7, '▪'],
  [0xa8, '□'],
  [0xd8, '➢'],
  [0xfb, '✗'],
  [0xfc, '✓'],
  [0xfd, '☒'],
  [0xfe, '☑'],
  ...Array.from({ length: 11 }, (_, index): [number, string] => [0x80 + index, '⓪①②③④⑤⑥⑦⑧⑨⑩'.charAt(index)]),
])

/** A `w:sym` character: code in hex, in the private area for symbol fonts. */
export function symbolCharacter(hexCode: string | undefined): string {
  if (hexCode === undefined || !/^[0-9a-f]{1,6}$/i.test(hexCode)) return ''
  const code = Number.parseInt(hexCode, 16)
  return code === 0 || code > 0x10ffff ? '' : symbolText(String.fromCodePoint(code))
}

/** Text in which characters of symbol fonts (U+F000 to U+F0FF) are replaced by what they show, where known. */
export function symbolText(text: string): string {
  return text.replace(/[\uf000-\uf0ff]/g, (sign) => {
    const code = sign.charCodeAt(0) & 0xff
    return wingdings.get(code) ?? (code === 0xb7 ? '•' : sign)
  })
}
