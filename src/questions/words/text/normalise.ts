import { withoutEmoticons } from './emoticons.ts'
import { inSimplified } from './traditional.ts'

/**
 * A question as the lexicon can be matched against it: the first mention off, NFKC, lower case, simplified, spaces,
 * brackets, quotes, emoji, emoticons, a cry for haste in front, the numbers of a list and control characters dropped, other marks unified. `、` is kept: it is said as 和.
 */
export function normaliseQuestion(text: string): string {
  const plain = withoutEmoticons(text)
    .replace(/[@＠][^\s\u2005]*/u, ' ')
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Cc}\p{Cf}\p{Variation_Selector}]/gu, '')
    .replaceAll(/(^|[\s,;。?!])\(?[1-9][.、)](?=\s*\p{Script=Han})/gu, '$1,')
    .replaceAll(/[\s()[\]{}<>《》〈〉【】「」『』“”"'‘’`*_]/gu, '')
    .replaceAll(/[-‐-―—–−－~～]+/gu, '-')
    .replaceAll(/[,，。;；:：?？!！….·・|/\\]+/gu, (marks) => (/^\.$/.test(marks) ? '.' : ','))
  return inSimplified(plain.replace(/^急+,/u, ''))
}
