import { formatNumber } from './number-format.ts'
import type { Level, List } from './numbering.ts'
import { symbolText } from './symbols.ts'

/** Counts the automatic numbers of a document, paragraph by paragraph in reading order. */
export interface ListCounter {
  /** The number that prints before the next paragraph of this list and level, with the gap behind it. */
  readonly next: (list: List, level: number) => string
}

interface Counters {
  /** Last number printed on each level; undefined where the level starts anew. */
  readonly values: (number | undefined)[]
}

/** A counter for one document. */
export function startListCounter(): ListCounter {
  const countersByAbstract = new Map<number, Counters>()
  const overridden = new Set<string>()
  return {
    next: (list, levelIndex) => {
      const level = list.levels.get(levelIndex)
      if (level === undefined) return ''
      const counters = countersByAbstract.get(list.abstractId) ?? { values: [] }
      countersByAbstract.set(list.abstractId, counters)
      advance(counters, list, levelIndex, overridden)
      return print(list, levelIndex, level, counters)
    },
  }
}

function advance(counters: Counters, list: List, level: number, overridden: Set<string>): void {
  const key = `${list.numId}/${level}`
  const override = list.startOverrides.get(level)
  const startsAnew = override !== undefined && !overridden.has(key)
  overridden.add(key)
  const last = startsAnew ? undefined : counters.values[level]
  counters.values[level] = last === undefined ? startOf(list, level) : last + 1
  for (const [deeper, { restart }] of list.levels) {
    if (deeper > level && (restart === undefined || level < restart)) counters.values[deeper] = undefined
  }
}

function startOf(list: List, level: number): number {
  return list.startOverrides.get(level) ?? list.levels.get(level)?.start ?? 1
}

function print(list: List, levelIndex: number, level: Level, counters: Counters): string {
  if (level.format === 'bullet') return withGap(bulletText(level.text), level)
  const text = level.text.replace(/%([1-9])/g, (_match, digit: string) => {
    const index = Number(digit) - 1
    if (index > levelIndex) return ''
    const format = level.legal ? 'decimal' : (list.levels.get(index)?.format ?? 'decimal')
    return formatNumber(counters.values[index] ?? startOf(list, index), format)
  })
  return withGap(text, level)
}

/** Signs of symbol fonts that are not known print as a plain bullet. */
function bulletText(text: string): string {
  return symbolText(text).replace(/[\ue000-\uf8ff]/g, '•') || '•'
}

/** Full-width punctuation brings its own white space; elsewhere the tab or space after the number shows. */
const endsWithItsOwnSpace = /[、。，．：；）】〕」』]$/

function withGap(text: string, level: Level): string {
  if (text === '' || level.suffix === 'nothing') return text
  return level.suffix === 'tab' && endsWithItsOwnSpace.test(text) ? text : `${text} `
}
