import type { DialectName } from './dialect.ts'

/** Ids as the platforms give them. */
const userId = /^[\w.@-]{1,64}$/

/** What would call on everybody. */
const everybody = /^@?(?:all|everyone)$/i

/** People of a list whom a message may call on: ids that are ids, each once, and never everybody. */
export function mentionable(ids: readonly string[], dialect: DialectName): readonly string[] {
  // DingTalk takes 50 in one message; a WeChat Work one is short enough to want no more either.
  const most = dialect === 'dingtalk' ? 50 : 30
  return [...new Set(ids)].filter((id) => userId.test(id) && !everybody.test(id)).slice(0, most)
}
