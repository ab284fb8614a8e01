import type { Dialect } from './dialect.ts'
import { exact, harmless, harmlessStart } from './harmless.ts'
import type { Inline, Line } from './inline.ts'

/** A line as the dialect shows it; `atStart` where nothing stands before it on its line. */
export function renderLine(line: Line, dialect: Dialect, atStart = true): string {
  const text = line.map((inline) => renderInline(inline, dialect)).join('')
  const trimmed = text.trim()
  return atStart ? harmlessStart(trimmed) : trimmed
}

function renderInline(inline: Inline, dialect: Dialect): string {
  switch (inline.kind) {
    case 'text':
      return harmless(inline.text)
    case 'code':
      return dialect.codeSpan ? `\`${exact(inline.text, true)}\`` : exact(inline.text, false)
    case 'strong':
      return wrapped(inline.content, dialect, dialect.bold ? '**' : '')
    case 'emphasis':
      return wrapped(inline.content, dialect, dialect.emphasis ? '*' : '')
    case 'struck':
      return wrapped(inline.content, dialect, '')
    case 'link':
      return link(inline.href, inline.content, dialect)
  }
}

/** Marks stand close to the words, or clients show them as they are. */
function wrapped(content: Line, dialect: Dialect, mark: string): string {
  const text = content.map((inline) => renderInline(inline, dialect)).join('')
  const bare = text.trim()
  return bare === '' ? text : text.replace(bare, () => `${mark}${bare}${mark}`)
}

function link(href: string, content: Line, dialect: Dialect): string {
  const words = content.map((inline) => harmless(wordsOf(inline))).join('')
  const address = href.replaceAll(/[()<>[\]\s"'`\\*_|]/g, (char) => escaped(char, dialect))
  if (dialect.link) return `[${words}](${address})`
  return words === '' ? ` ${address} ` : `${words}： ${address} `
}

/** In an address that stands as it is, only what would end it. */
function escaped(char: string, dialect: Dialect): string {
  if (!dialect.link && /[()_*'[\]|]/.test(char)) return char
  if (char === '_' || char === '*') return char
  return `%${char.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`
}

function wordsOf(inline: Inline): string {
  return 'text' in inline ? inline.text : inline.content.map(wordsOf).join('')
}
