import { isMetric, metricInfo } from '../../../query/metric-table.ts'
import type { Metric } from '../../../query/metrics.ts'
import { proportionOf } from '../../figures/metric-of.ts'
import { isFigureRole, type FigureRole, type Role, type Token } from '../../tokens/roles.ts'
import { lastInARow, slotOf } from '../in-a-row/chain.ts'
import type { Before } from '../reading.ts'

/**
 * 占办结的几成, 占它办结的几成 after a row of table 三 is 占比呢: what a row in all makes up is of what was handled, and of one
 * kind of applicant of what was received. Of any other whole it stays as it was said.
 */
export function withShareOfWhole(said: readonly Token[], before: Before | null): readonly Token[] {
  const inARow = withWholeInARow(said, before)
  if (inARow !== null) return inARow
  const tokens = withWholeSaid(said)
  const isAlone = tokens.every(({ role }) => !isFigureRole(role) || isShare(role))
  const [metric, ...others] = before?.query.metrics ?? []
  const [table, , column] = metric?.split('.') ?? []
  if (!isAlone || others.length > 0 || table !== 'requests' || column === undefined) return tokens
  const whole = column === 'total' ? 'handled' : 'received'
  return tokens.map((token) =>
    token.role.is === 'occupy' && token.role.over === whole
      ? { ...token, role: { is: 'proportion' } }
      : token,
  )
}

/**
 * 占多少 after 予以公开几件, 办结几件: of the one in the other. Left over where the last is a whole of which the one before
 * is no part; null where it is none.
 */
function withWholeInARow(said: readonly Token[], before: Before | null): readonly Token[] | null {
  const links = lastInARow(before?.chain ?? [])
  const [part, whole] = links.slice(-2).map(({ query }) => query.metrics[0])
  if (part === undefined || whole === undefined || slotOf(links) !== 'metrics') return null
  if (!wholes.includes(whole) || !asksShareAlone(said)) return null
  const metric = rateOver(part, whole)
  const role: Role = metric === null ? { is: 'left' } : { is: 'metric', metric }
  const at = said.findIndex((token) => isFigureRole(token.role))
  return said.map((token, index): Token => {
    if (index === at) return { ...token, role }
    return isFigureRole(token.role) ? { ...token, role: { is: 'empty' } } : token
  })
}

function asksShareAlone(said: readonly Token[]): boolean {
  const isAlone = said.every(({ role }) => besideShare.includes(role.is))
  return isAlone && said.some(({ role }) => isFigureRole(role))
}

/** The rate of this figure over that one; null where there is none. */
function rateOver(part: Metric, whole: Metric): Metric | null {
  const [table = '', row = '', column = ''] = part.split('.')
  const rate = proportionOf(table, row, column)
  const info = isMetric(rate) ? metricInfo(rate) : null
  const isOver = info?.kind === 'rate' && info.numerator === part && info.denominator === whole
  return isOver && isMetric(rate) ? rate : null
}

/** Figures that others are shares of. */
const wholes: readonly Metric[] = [
  'requests.received.total',
  'requests.handledTotal.total',
  'requests.due.total',
]

const besideShare: readonly Role['is'][] = [
  ...(['occupy', 'proportion', 'howMany', 'empty', 'mark', 'goesOn', 'thanks', 'unit'] as const),
]

/** 占它办结的 names the whole behind 占, though words stand between; 办结占多少 names the part. */
function withWholeSaid(tokens: readonly Token[]): readonly Token[] {
  const figures = tokens.filter(({ role }) => isFigureRole(role) && role.is !== 'proportion')
  const [occupy, row, ...others] = figures
  const over = row === undefined ? null : wholeOf(row)
  const isOpen = occupy?.role.is === 'occupy' && occupy.role.over === null
  if (occupy === undefined || row === undefined || over === null || !isOpen || others.length > 0)
    return tokens
  const between = tokens.slice(tokens.indexOf(occupy) + 1, tokens.indexOf(row))
  // 占全区办结的 is a share of all.
  if (between.some(({ role }) => role.is !== 'it' && role.is !== 'empty')) return tokens
  return tokens.flatMap((token): readonly Token[] => {
    if (token === row) return [{ ...token, role: { is: 'empty' } }]
    return [token === occupy ? { ...token, role: { is: 'occupy', over } } : token]
  })
}

function isShare({ is }: FigureRole): boolean {
  return is === 'occupy' || is === 'proportion'
}

function wholeOf({ role }: Token): Extract<FigureRole, { is: 'occupy' }>['over'] {
  if (role.is !== 'row') return null
  if (role.row === 'handledTotal') return 'handled'
  return role.row === 'received' ? 'received' : null
}
