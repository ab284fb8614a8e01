import type { AnswerableQuery, Query } from '../../query/query.ts'
import { asksYesOrNo, type Asked } from './draft.ts'
import { oneInAll } from './one-of-all.ts'
import { good, rolesOf, textsOf, unplaced, type Outcome, type Reading } from '../turns/reading.ts'

/** 是不是排第三, 是最多的吗, 是不是前三: the place that somebody wants confirmed; of several places all count. */
interface Place {
  readonly last: number
  readonly isWithin: boolean
  readonly order: 'desc' | 'asc'
}

/** Whether it is asked if one agency stands in a place. Which agency does is another question. */
export function confirmsPlace(reading: Reading): boolean {
  const { has, whose, before, tokens } = reading
  const asks = has('confirm') || asksYesOrNo(tokens) || tokens.some(({ text }) => text.startsWith('是否'))
  const isOther = (['which', 'howMany', 'howManyAgencies', 'change', 'than', 'compared'] as const).some(has)
  if (!asks || isOther || placeIn(reading) === null || mayBeOfYears(reading)) return false
  if (whose.named.length === 1 || whose.own) return true
  const goesOn = whose.named.length === 0 && before !== null
  return goesOn && before.query.agencies.length === 1 && before.query.by !== 'year'
}

/** 2023年是最多的吗 after a trend, or without 全区: of years or of agencies, who can tell. */
function mayBeOfYears({ has, whose, tokens, before }: Reading): boolean {
  const isPlain = whose.groups.length > 0 || has('place-number')
  const areMany = rolesOf(tokens, 'years').some(
    ({ word }) => !['year', 'thisYear', 'yearsBack'].includes(word.is),
  )
  return areMany || before?.query.operation === 'trend' || (has('years') && !isPlain)
}

function placeIn({ tokens }: Reading): Place | null {
  const [place, ...places] = rolesOf(tokens, 'place-number')
  const [most, ...mosts] = rolesOf(tokens, 'most')
  const [top, ...tops] = rolesOf(tokens, 'top')
  if (places.length + mosts.length + tops.length > 0) return null
  const order = most?.order ?? 'desc'
  if (place !== undefined && top === undefined)
    return { last: place.place, isWithin: false, order: place.order === 'asc' ? 'asc' : order }
  if (top !== undefined && place === undefined)
    return { last: top.count, isWithin: true, order: top.order ?? order }
  return most === undefined || top !== undefined ? null : { last: 1, isWithin: false, order }
}

/** The place of that agency, with the one that is to be confirmed. */
export function confirmedPlace(asked: Asked): Outcome<AnswerableQuery> {
  const place = placeIn(asked.reading)
  if (place === null) return unplaced(textsOf(asked.reading.tokens, 'most', 'top', 'place-number'))
  const found = oneInAll(asked, 'position')
  return found.ok ? good({ ...found.value, ...inQuery(place) }) : found
}

function inQuery({ last, isWithin, order }: Place): Pick<Query, 'confirm' | 'top' | 'order'> {
  const ends = order === 'asc' ? ({ order } as const) : {}
  return { confirm: last, ...(isWithin ? { top: last } : {}), ...ends }
}
