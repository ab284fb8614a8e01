import { rolesOf, type Reading } from '../turns/reading.ts'
import type { Token } from '../tokens/roles.ts'

/**
 * Whether the reports themselves are counted: 收到几份2024年年报, 有多少报告. 年报里收到几份申请 counts requests, and so does
 * 收到几件.
 */
export function countsReports({ tokens, mentions, whose }: Reading): boolean {
  const report = tokens.findIndex(isThing)
  const asks = tokens.findIndex(({ role }) => role.is === 'howMany' || role.is === 'howManyAgencies')
  if (report === -1 || asks === -1) return false
  const parts = mentions.flatMap((mention) => mention.parts)
  const isReceived = parts.every(
    (part) => part.is === 'row' && part.row === 'received' && ['verb', 'faint'].includes(part.weight),
  )
  if (!isReceived || whose.named.length > 0) return false
  // 年报收到几家; 几家的年报收到申请 is of requests.
  if (tokens[asks]?.role.is === 'howManyAgencies' && parts.length === 0) return false
  const units = rolesOf(tokens, 'howMany').map(({ unit }) => unit)
  // 几件年报 is no better said, and as clear.
  if (report === asks + 1) return true
  // 年报收到多少 may ask for the requests in them.
  return units.every((unit) => unit === '份' || (unit === null && asks < report))
}

/** 年报, not 年报里. */
function isThing({ role, text }: Token): boolean {
  return role.is === 'report' && /[报告]$/u.test(text)
}
