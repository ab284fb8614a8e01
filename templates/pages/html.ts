/** Markup that may go into a page as it is. */
export interface Html {
  readonly markup: string
}

/** What may stand in a template: text is escaped, markup is not, lists are joined, nothing prints nothing. */
export type Part = string | number | Html | null | undefined | false | readonly Part[]

/**
 * Builds markup from a template literal; every value in it is escaped, in text and in quoted attributes alike.
 *
 * ```ts
 * html`<li title="${name}">${name}</li>`
 * ```
 */
export function html(literals: TemplateStringsArray, ...parts: readonly Part[]): Html {
  const markup = literals
    .map((literal, index) => literal + (index < parts.length ? print(parts[index]) : ''))
    .join('')
  return { markup }
}

/** Escapes text for an element's content and for a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"'`]/g, (character) => `&#${character.charCodeAt(0)};`)
}

function print(part: Part): string {
  if (part === null || part === undefined || part === false) return ''
  if (typeof part === 'string') return escapeHtml(part)
  if (typeof part === 'number') return String(part)
  return 'markup' in part ? part.markup : part.map(print).join('')
}
