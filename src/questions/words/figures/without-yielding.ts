import type { Metric } from '../../query/metrics.ts'
import { isStrong } from './figures.ts'
import type { FigureRole } from '../tokens/roles.ts'

/** 收到, 依申请, 公开 and 总计 name a figure only where no noun of another stands with them. */
export function withoutYielding(parts: readonly FigureRole[]): readonly FigureRole[] {
  const named = parts.filter(({ is }) => is !== 'proportion' && is !== 'occupy' && is !== 'applying')
  const isOther = named.some((part) => isStrong(part) || part.is === 'unclear')
  const isNoun = named.some((part) => isStrong(part) || part.is === 'result' || part.is === 'member')
  const kept = named
    .map((part) => issued(part, named))
    .filter(
      (part) =>
        !(part.is === 'row' && part.weight !== 'noun' && isOther) &&
        !(part.is === 'unclear' && part.yields && isNoun),
    )
  const inside = withoutHeading(kept)
  const verb = inside.find((part) => part.is === 'row' && part.weight === 'verb' && part.row !== 'received')
  // 办理了多少申请: the verb says what is counted.
  return verb === undefined ? inside : inside.filter((part) => part.is !== 'row' || part.weight !== 'context')
}

/** 规范性文件发了几个: what is published is issued, unless another verb stands with it (公布的现行有效的). */
function issued(part: FigureRole, parts: readonly FigureRole[]): FigureRole {
  const isVerb = part.is === 'published' && part.weak && parts.some(({ is }) => is === 'documents')
  if (!isVerb) return part
  const member = parts.find(({ is }) => is === 'member')
  return member ?? { is: 'member', column: 'issued' }
}

/** 表三里的重复申请, 办理结果中予以公开的: the heading only says where the figure stands. */
function withoutHeading(parts: readonly FigureRole[]): readonly FigureRole[] {
  const holds = (whole: Metric, part: FigureRole): boolean =>
    isStrong(part) && part.is !== 'whole' && (tableOf(part) ?? '') === whole.split('.')[0]
  return parts
    .filter((one) => one.is !== 'whole' || !parts.some((part) => holds(one.metric, part)))
    .map(named)
}

/** A heading that has a figure of its own may be asked for by column or result. */
function named(part: FigureRole): FigureRole {
  if (part.is !== 'whole') return part
  if (part.metric === 'requests.handledTotal.total') return { is: 'row', row: 'handledTotal', weight: 'noun' }
  return part.metric === 'review.all.total' ? { is: 'review', group: 'all' } : part
}

function tableOf({ is }: FigureRole): string | null {
  if (is === 'row' || is === 'rate') return 'requests'
  if (is === 'review' || is === 'reviewRate') return 'review'
  return is === 'documents' || is === 'decision' ? 'proactiveDisclosure' : null
}
