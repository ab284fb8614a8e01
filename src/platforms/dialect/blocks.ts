import MarkdownIt, { type Token } from 'markdown-it'
import { readLines, type Line } from './inline.ts'

/** A piece of a reply, as it stands in the reply: every dialect is written from these. */
export type Block =
  | { readonly kind: 'paragraph'; readonly lines: readonly Line[] }
  | { readonly kind: 'heading'; readonly level: number; readonly line: Line }
  | { readonly kind: 'list'; readonly start: number | null; readonly items: readonly (readonly Block[])[] }
  | { readonly kind: 'quote'; readonly blocks: readonly Block[] }
  | { readonly kind: 'code'; readonly lines: readonly string[] }
  | { readonly kind: 'table'; readonly header: readonly Line[]; readonly rows: readonly (readonly Line[])[] }
  | { readonly kind: 'rule' }

const markdown = new MarkdownIt({ html: false, linkify: false, breaks: true })
// Only addresses of the web are links; all else stays the text it is.
markdown.validateLink = (url) => /^https?:\/\/[^/]/i.test(url)

/** Reads a reply's Markdown: raw HTML is text, a link leads to the web. */
export function readBlocks(text: string): readonly Block[] {
  return new Reader(markdown.parse(text, {})).readUntil(null)
}

/** Walks the flat list of tokens. */
class Reader {
  readonly #tokens: readonly Token[]
  #at = 0

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens
  }

  /** Blocks up to the token that closes what they stand in. */
  readUntil(closing: string | null): readonly Block[] {
    const blocks: Block[] = []
    for (let token = this.#next(); token !== null && token.type !== closing; token = this.#next()) {
      const block = this.#block(token)
      if (block !== null) blocks.push(block)
    }
    return blocks
  }

  #next(): Token | null {
    return this.#tokens[this.#at++] ?? null
  }

  #block(token: Token): Block | null {
    switch (token.type) {
      case 'paragraph_open':
        return { kind: 'paragraph', lines: this.#lines('paragraph_close') }
      case 'heading_open':
        return {
          kind: 'heading',
          level: Number(token.tag.slice(1)),
          line: this.#lines('heading_close').flatMap((line, index) =>
            index === 0 ? line : [{ kind: 'text', text: ' ' }, ...line],
          ),
        }
      case 'bullet_list_open':
        return { kind: 'list', start: null, items: this.#items('bullet_list_close') }
      case 'ordered_list_open':
        return {
          kind: 'list',
          start: Number(token.attrGet('start') ?? 1),
          items: this.#items('ordered_list_close'),
        }
      case 'blockquote_open':
        return { kind: 'quote', blocks: this.readUntil('blockquote_close') }
      case 'fence':
      case 'code_block':
        return { kind: 'code', lines: token.content.replace(/\n$/, '').split('\n') }
      case 'table_open':
        return this.#table()
      case 'hr':
        return { kind: 'rule' }
      default:
        return null
    }
  }

  #lines(closing: string): readonly Line[] {
    const lines: Line[] = []
    for (let token = this.#next(); token !== null && token.type !== closing; token = this.#next())
      if (token.type === 'inline') lines.push(...readLines(token.children ?? []))
    return lines
  }

  #items(closing: string): readonly (readonly Block[])[] {
    const items: (readonly Block[])[] = []
    for (let token = this.#next(); token !== null && token.type !== closing; token = this.#next())
      if (token.type === 'list_item_open') items.push(this.readUntil('list_item_close'))
    return items
  }

  #table(): Block {
    const rows: Line[][] = []
    for (let token = this.#next(); token !== null && token.type !== 'table_close'; token = this.#next()) {
      if (token.type === 'tr_open') rows.push([])
      // A cell has one line.
      if (token.type === 'inline') rows.at(-1)?.push(readLines(token.children ?? []).flat())
    }
    const [header = [], ...body] = rows
    return { kind: 'table', header, rows: body }
  }
}
