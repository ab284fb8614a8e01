import type { Listed } from '../../../query/conversation.ts'
import type { Query } from '../../../query/query.ts'
import type { Role, Token } from '../../tokens/roles.ts'

/** Who stands in a place of a list that was told: 第二名, 前两名, 最后一名, 最后那个. */

/** Members by their place; nobody where the answer told no such place, or two may be meant. */
export function inPlaces({ role, text }: Token, listed: Listed, query: Query): readonly string[] {
  if (role.is === 'place-number')
    return role.order === 'desc' ? placed(role, text, listed) : fromEnd([role.place, 1], text, listed, query)
  if (role.is !== 'top') return []
  return role.order === 'asc' ? fromEnd([1, role.count], text, listed, query) : firstSome(role.count, listed)
}

function placed(
  { place }: Extract<Role, { is: 'place-number' }>,
  text: string,
  { names, places, order }: Listed,
): readonly string[] {
  // 第二家 of those that were told without places.
  if (places === null) return /[家个]$/u.test(text) ? names.slice(place - 1, place) : []
  return order === 'desc' ? names.filter((_, index) => places[index] === place) : []
}

/** 前两名; level ones cannot be told from each other. */
function firstSome(count: number, { names, places, order }: Listed): readonly string[] {
  if (places === null || order === 'asc' || names.length < count) return []
  return names.filter((_, index) => (places[index] ?? Infinity) <= count)
}

/** 最后一名, 后两名 of those told; 倒数第一名 of the first three may be the last of all. */
function fromEnd(
  [place, count]: readonly [number, number],
  text: string,
  { names, places, order }: Listed,
  query: Query,
): readonly string[] {
  const isOfTold = /那[个家]/u.test(text)
  if (places === null) return /[家个]$/u.test(text) ? namesFromEnd(names, place, count) : []
  // From the end that was told first, 最后那个 is another than 最后一名.
  if (order === 'asc') {
    if (isOfTold) return []
    return names.filter((_, index) =>
      count > 1 ? (places[index] ?? Infinity) <= count : places[index] === place,
    )
  }
  const isPart = query.top !== undefined || query.position !== undefined
  return text.startsWith('倒数') && isPart ? [] : notLevel(namesFromEnd(names, place, count), names, places)
}

/** None where one of them is level with one that is not meant. */
function notLevel(
  told: readonly string[],
  names: readonly string[],
  places: readonly number[],
): readonly string[] {
  const levels = told.map((name) => places[names.indexOf(name)])
  const isLevel = names.some((name, index) => !told.includes(name) && levels.includes(places[index]))
  return isLevel ? [] : told
}

function namesFromEnd(names: readonly string[], place: number, count: number): readonly string[] {
  const end = names.length - place + 1
  return end - count < 0 ? [] : names.slice(end - count, end)
}
