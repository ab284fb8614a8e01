/** Characters that make mentions, links or format in some client, and what looks like them and does nothing. */
const lookalikes: Readonly<Record<string, string>> = {
  '@': '＠',
  '\\': '＼',
  '`': '｀',
  '*': '＊',
  _: '＿',
  '[': '［',
  ']': '］',
  '<': '＜',
  '>': '＞',
  '|': '｜',
  '~': '～',
  '#': '＃',
  '&': '＆',
  $: '＄',
  ':': '：',
  '/': '／',
  '.': '．',
  '-': '－',
  '+': '＋',
  '=': '＝',
  ')': '）',
}

const fullWidth = (text: string): string => text.replaceAll(/[\s\S]/gu, (char) => lookalikes[char] ?? char)

/** Extensions of files that are not the end of any host's name, so that no client takes them for one. */
const extension =
  'docx?|xlsx?|pptx?|pdf|wps|dps|ofd|txt|csv|rtf|odt|ods|rar|7z|jpe?g|png|gif|bmp|tiff?|heic|html?|xml|json|ya?ml'

/** A dot inside what looks like a host's name: before letters that are no file's extension. */
const hostDot = new RegExp(
  `(?<=[^\\s.])\\.(?=[\\p{L}][\\p{L}\\p{N}-]+)(?!(?:${extension})(?![\\p{L}\\p{N}.-]))`,
  'giu',
)
const ipDots = /(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d.])/g

/**
 * Text that shows as it is in every client and is neither mention nor link nor format, on one line. Chat clients know
 * no escapes and make links even of bare addresses, so the characters that do it become full-width ones.
 */
export function harmless(text: string): string {
  return text
    .replaceAll(/[\s\p{Cc}\u2028\u2029]+/gu, ' ')
    .replaceAll(/\p{Cf}/gu, '')
    .replaceAll(/:?\/\//gu, fullWidth)
    .replaceAll(/[a-z][a-z\d+.-]*:/giu, (scheme) => `${scheme.slice(0, -1)}：`)
    .replaceAll(ipDots, fullWidth)
    .replaceAll(hostDot, '．')
    .replaceAll(/www\./giu, (www) => `${www.slice(0, -1)}．`)
    .replaceAll(/[@\\`*_[\]<>|~#&$]/gu, fullWidth)
}

/**
 * What people have to type or copy as it stands, the code of a reply: a file's name of ours, the id of a group or a
 * person. It stays so where it is all letters, digits and marks of such ids; in a code span, where no client makes
 * links, also with an `@` or dots inside. Whatever else is in it is made harmless.
 */
export function exact(text: string, isSpan: boolean): string {
  const dotted = isSpan ? /(?<=[\w-])[.@](?=[a-z\d])/gi : /(?<=[\w-])[.](?=[a-z\d])/gi
  const isId = /^[a-z\d][\w+=/-]*$/i.test(text.replaceAll(dotted, '')) && !text.includes('//')
  const isLink = !isSpan && /[．]/u.test(harmless(text))
  return isId && !isLink ? text : harmless(text)
}

/** The start of a line that would make it a list, a rule or the underline of a heading. */
export function harmlessStart(line: string): string {
  return line
    .replace(/^\s*[-+=]+/, (mark) => fullWidth(mark.trimStart()))
    .replace(/^\s*\d{1,9}[.)](?=\s|$)/, (mark) => fullWidth(mark.trimStart()))
}
