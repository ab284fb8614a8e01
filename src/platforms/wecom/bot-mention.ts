/**
 * Takes the mentions of the bot off a text. `name` is the bot's, which may hold spaces; in a group where it is not
 * found, the `@…` at the beginning is taken for it.
 */
export function withoutMention(text: string, name: string | null, kind: 'group' | 'single'): string {
  const trimmed = text.trim()
  const bot = (name ?? '').replace(/^[@＠]/, '').trim()
  let rest: string | null = null
  for (let next = withoutName(trimmed, bot); next !== null; next = withoutName(next, bot)) rest = next
  if (rest !== null) return rest
  return kind === 'group' ? trimmed.replace(/^[@＠]\S+\s*/, '') : trimmed
}

/**
 * null: the name is not called. A whole word counts anywhere, the beginning of a longer one only at the start and right
 * behind Chinese (科技局@公开助手依申请几件).
 */
function withoutName(text: string, name: string): string | null {
  if (name === '') return null
  const mention = `@${name}`
  // Some keyboards write a full-width sign, of the same length.
  const searched = text.replaceAll('＠', '@')
  for (let at = searched.indexOf(mention); at >= 0; at = searched.indexOf(mention, at + 1)) {
    const after = text.slice(at + mention.length)
    const isWord = /^(?:\s|$)/.test(after)
    if (at === 0 || isWord || /[\p{Script=Han}\p{P}]$/u.test(text.slice(0, at)))
      return `${text.slice(0, at).trim()} ${after.trim()}`.trim()
  }
  return null
}
