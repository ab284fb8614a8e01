import type { AskReply, Label } from '../../src/questions/query/reply.ts'
import { labelWords } from './label-words.ts'

/** A group set beside another, and how many of it have a report: `各镇（7家中6家有年报）`. */
export function groupWords(label: Label, { query, missing }: AskReply): string {
  const agencies = query.groups?.find(({ group }) => group === label)?.agencies ?? []
  const filed = agencies.filter((name) => !missing.includes(name)).length
  const size = agencies.length
  return `${labelWords(label, query)}（${filed === size ? `${size}家都有年报` : `${size}家中${filed}家有年报`}）`
}

/** Agencies taken away from all of them. */
export function withoutWords({ query }: AskReply): string {
  const { without = [] } = query
  return without.length === 0 ? '' : `（不含${without.join('、')}）`
}
