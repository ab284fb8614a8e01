import type { Link } from '../../../query/conversation.ts'
import { metricInfo } from '../../../query/metric-table.ts'
import { asksToConfirm } from '../../reckoning/draft.ts'
import { isFigureRole, type Role, type Token } from '../../tokens/roles.ts'
import { textOf } from '../../tokens/text-of.ts'
import { areAlike, lastInARow, slotOf } from './chain.ts'
import { namesOthers } from './those-asked.ts'

const begins = /^[,]?(?:那么?|所以|也|这么说|这样|合着|总之)+(?:就)?是|^就是/u
const says: readonly Role['is'][] = ['sum', 'change', 'years', 'than', 'average']

/** 那就是51件对吧 after figures in a row: of the last of them, or of all together. */
export function concludesFigure(tokens: readonly Token[], chain: readonly Link[]): boolean {
  const isStated = tokens.some(({ role }) => role.is === 'number' || role.is === 'condition')
  const has = (...roles: readonly Role['is'][]): boolean => tokens.some(({ role }) => roles.includes(role.is))
  const isBare = !has(...says) && !namesOthers(tokens) && !tokens.some(({ role }) => isFigureRole(role))
  return (
    isStated && isBare && begins.test(textOf(tokens)) && asksToConfirm({ tokens, has }) && areAdded(chain)
  )
}

/** Whether a sum of the last of them would mean something. */
function areAdded(chain: readonly Link[]): boolean {
  const metrics = lastInARow(chain).flatMap(({ query }) => query.metrics)
  const areCounts = metrics.length > 0 && metrics.every((metric) => metricInfo(metric).kind === 'count')
  return areCounts && (slotOf(lastInARow(chain)) !== 'metrics' || areAlike(metrics))
}
