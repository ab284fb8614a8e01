const invisible = /[\u00AD\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF]/g

/** A figure between the marks of bold type or between quotes, as Markdown and spreadsheets write it. */
const wrapped =
  /(?<![^\s|│┃¦｜,，])(?:(\*\*|__)(?=\S)([+-]?\d[\d,.]*)\1|["“”'‘’]([+-]?\d[\d,.]*|)["“”'‘’]|'([+-]?\d[\d,.]*))(?![^\s|│┃¦｜,，])/g

/** A text without the characters nobody sees: joiners, zero-width spaces, marks of direction and byte order. */
export function withoutInvisible(text: string): string {
  return text.replace(invisible, '')
}

/** Figures without the marks round them that are no part of a number: `**3**`, `"3"`, `'3`. */
export function withoutWrapping(text: string): string {
  return text.replace(
    wrapped,
    (_, _mark, bold: string | undefined, quoted: string | undefined, led: string | undefined) =>
      bold ?? quoted ?? led ?? '',
  )
}
