import type { AskReply } from '../../src/questions/query/reply.ts'
import { escapeMarkdown } from '../markdown.ts'

/** `2023年`; `2021、2023年`; `2021—2023年`. */
export function yearsWords(years: readonly number[]): string {
  const sorted = [...new Set(years)].sort((a, b) => a - b)
  const [first, last] = [sorted[0], sorted.at(-1)]
  if (first === undefined || last === undefined) return ''
  const isRange = sorted.length > 2 && last - first === sorted.length - 1
  return `${isRange ? `${first}—${last}` : sorted.join('、')}年`
}

/** The one agency's full name, or `全区（11家中9家已报）`; `全区（已收到的2家）` where nobody knows how many there are. */
export function whoseWords({ query, wording, missing }: AskReply): string {
  const { group } = wording
  const [only = ''] = query.agencies
  if (group === null || group.size === 1) {
    return query.agencies.length > 1 ? query.agencies.map(escapeMarkdown).join('、') : escapeMarkdown(only)
  }
  const reported = group.size - missing.filter((name) => query.agencies.includes(name)).length
  const name = escapeMarkdown(group.name)
  const filed = query.years.length > 1 ? '各年都已报' : '已报'
  if (group.members === 'listed') {
    return reported === group.size
      ? `${name}（${group.size}家都已报）`
      : `${name}（${group.size}家中${reported}家${filed}）`
  }
  // Nobody knows who else there is: those that ever sent a report.
  if (missing.length > 0) return `${name}（收到过年报的${group.size}家中${reported}家${filed}）`
  return `${name}（已收到的${reported}家）`
}

/** Whose and when, as a first line begins. */
export function subjectWords(reply: AskReply): string {
  return `${whoseWords(reply)} ${yearsWords(reply.query.years)}`
}
