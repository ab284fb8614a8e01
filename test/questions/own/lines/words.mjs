/** Short ways to write a query down. Nothing here reads a question: every query is written out by hand. */
import { nameOf } from '../district.mjs'

const heads = {
  ...{ recon: 'review.reconsideration', direct: 'review.litigationDirect' },
  ...{ after: 'review.litigationAfterReconsideration', lit: 'review.litigation', disputes: 'review.all' },
  ...{ docs: 'proactiveDisclosure.normativeDocuments', rules: 'proactiveDisclosure.rules' },
  ...{ licenses: 'proactiveDisclosure.licenses', penalties: 'proactiveDisclosure.penalties' },
  ...{ coercive: 'proactiveDisclosure.coerciveMeasures', fees: 'proactiveDisclosure.fees' },
}
const whole = /^(requests|rate\.|text\.|proactiveDisclosure$|report\.)/

/** `received` → requests.received.total, `recon.upheld` → review.reconsideration.upheld, … */
export function metricOf(short) {
  if (Array.isArray(short)) return short.map(metricOf)
  if (whole.test(short)) return short
  const [head, tail] = short.split('.')
  if (!heads[head]) return `requests.${head}.${tail ?? 'total'}`
  if (heads[head].startsWith('review')) return `${heads[head]}.${tail ?? 'total'}`
  return tail ? `${heads[head]}.${tail}` : heads[head]
}

const groups = ['all', 'department', 'subdistrict', 'township', 'townshipsAndSubdistricts']
const scopeOf = (who) => {
  if (Array.isArray(who)) return { agencies: who.map(nameOf) }
  return groups.includes(who) ? { agencies: who } : { agency: nameOf(who) }
}
const timeOf = (when) => (Array.isArray(when) ? { years: when } : { year: when })

/** A question for figures: what, of whom, when, how. */
export const data = (metric, who, when, op = 'value', more = {}) => ({
  ...{ intent: 'data', metric: metricOf(metric), ...scopeOf(who), ...timeOf(when), op, ...more },
})
/** A question about the reports themselves. */
export const reports = (ask, who, year, more = {}) => {
  const metrics = { missing: 'missing', missingCount: 'missing', findings: 'findings' }
  const metric = `report.${metrics[ask] ?? (/erdict/.test(ask) ? 'verdict' : 'submitted')}`
  const operation = { missing: 'missing', findings: 'list' }[ask] ?? (/Count$/.test(ask) ? 'count' : 'status')
  return { intent: 'reports', metric, ...scopeOf(who), year, operation, ask, ...more }
}
export const quoted = (who, year, stated) => ({
  ...{ intent: 'text', metric: 'text.published', ...scopeOf(who), year, op: 'quote', stated },
})
export const none = (reason, more = {}) => ({ intent: 'none', reason, answer: null, caveats: [], ...more })
export const help = { intent: 'help', answer: null, caveats: [] }
/** A question back; `options` are tags of agencies or short metrics, left out where the set is not fixed. */
export const back = (slot, options) => ({
  ...{ intent: 'clarify', slot, answer: null, caveats: [] },
  ...(options && { options: options.map(slot === 'agency' ? nameOf : metricOf) }),
})

/** One line of the set. `more`: today, context (a tag), decision (a heading of the README it rests on). */
export function line(type, ask, expect, more = {}) {
  const { today = '2025-03-18', context, decision } = more
  const who = { agency: context ? nameOf(context) : null }
  return { type, ask, today, context: who, ...(decision && { decision }), queries: [expect].flat() }
}
export const same = (type, rows) => rows.map(([ask, expect, more]) => line(type, ask, expect, more))
