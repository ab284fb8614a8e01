import type { Token } from 'markdown-it'

/** A stretch of a line. `text` is as a reader sees it: escapes and entities are undone. */
export type Inline =
  | { readonly kind: 'text' | 'code'; readonly text: string }
  | { readonly kind: 'strong' | 'emphasis' | 'struck'; readonly content: Line }
  | { readonly kind: 'link'; readonly href: string; readonly content: Line }

export type Line = readonly Inline[]

const formats: Readonly<Record<string, 'strong' | 'emphasis' | 'struck'>> = {
  strong_open: 'strong',
  em_open: 'emphasis',
  s_open: 'struck',
}

interface Open {
  readonly wrap: (content: Line) => Inline
  content: Inline[]
}

/** Inline tokens as lines; a format that spans lines is closed and opened again at each border. */
export function readLines(tokens: readonly Token[]): readonly Line[] {
  const lines: Line[] = []
  let line: Inline[] = []
  const open: Open[] = []
  const put = (inline: Inline): void => {
    // The parser leaves empty text around marks.
    if (inline.kind === 'text' && inline.text === '') return
    ;(open.at(-1)?.content ?? line).push(inline)
  }
  const close = (): void => {
    const last = open.pop()
    if (last !== undefined && last.content.length > 0) put(last.wrap(last.content))
  }
  const breakLine = (): void => {
    const again = [...open]
    while (open.length > 0) close()
    lines.push(line)
    line = []
    for (const { wrap } of again) open.push({ wrap, content: [] })
  }
  for (const token of tokens) {
    if (token.type === 'softbreak' || token.type === 'hardbreak') breakLine()
    else if (token.nesting === 1) open.push({ wrap: wrapper(token), content: [] })
    else if (token.nesting === -1) close()
    else put(leaf(token))
  }
  while (open.length > 0) close()
  lines.push(line)
  return lines
}

function wrapper(token: Token): (content: Line) => Inline {
  if (token.type === 'link_open') {
    const href = String(token.attrGet('href') ?? '')
    return (content) => ({ kind: 'link', href, content })
  }
  const kind = formats[token.type] ?? 'emphasis'
  return (content) => ({ kind, content })
}

/** A picture is a link to it. */
function leaf(token: Token): Inline {
  if (token.type === 'code_inline') return { kind: 'code', text: token.content }
  if (token.type !== 'image') return { kind: 'text', text: token.content }
  const name = token.content === '' ? '图片' : token.content
  return { kind: 'link', href: String(token.attrGet('src') ?? ''), content: [{ kind: 'text', text: name }] }
}
