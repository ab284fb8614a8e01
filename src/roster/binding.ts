import { agencyNames, nearestNames, resolveAgency, type AgencyNames } from './agency-names.ts'
import type { Roster } from './roster.ts'

/** What somebody wants a group bound to: everything, some agencies (full names), or names that decide nothing. */
export type BindingWish =
  | { readonly kind: 'all' }
  | { readonly kind: 'agencies'; readonly names: readonly string[] }
  | { readonly kind: 'nobody' }
  | { readonly kind: 'unclear'; readonly written: readonly UnclearName[] }

/** A name as it was written, and the full names it may mean or is like. */
export interface UnclearName {
  readonly written: string
  readonly fits: 'several' | 'none'
  readonly options: readonly string[]
}

const everybody = /^(?:全部|所有|全区|全县|全市|全体|各)?(?:单位|部门|机关)?$/u

/** Reads the words after 绑定: names and aliases of the roster, or 全部. One unclear name makes all of it unclear. */
export function bindingWish(words: string, roster: Roster): BindingWish {
  const written = words
    .split(/[、,，;；\s]+/u)
    .map((word) => word.trim())
    .filter((word) => word !== '')
  const [only, ...others] = written
  if (only === undefined) return { kind: 'nobody' }
  if (others.length === 0 && everybody.test(only)) return { kind: 'all' }
  const names = agencyNames(roster.agencies, roster.district)
  const found = written.flatMap((word) => resolveWord(word, names))
  const unclear = found.filter((one): one is UnclearName => typeof one !== 'string')
  if (unclear.length > 0) return { kind: 'unclear', written: unclear }
  return { kind: 'agencies', names: [...new Set(found.filter((one) => typeof one === 'string'))] }
}

/** A word is one name, also one with 和 in it (教育和体育局); else it may be several joined by 和. */
function resolveWord(word: string, names: AgencyNames): readonly (string | UnclearName)[] {
  const whole = resolved(word, names)
  if (typeof whole === 'string' || whole.fits === 'several') return [whole]
  const parts = word.split(/[和与及]/u).filter((part) => part !== '')
  const each = parts.map((part) => resolved(part, names))
  return parts.length > 1 && each.every((one) => typeof one === 'string') ? each : [whole]
}

function resolved(written: string, names: AgencyNames): string | UnclearName {
  const found = resolveAgency(written, names)
  if (found.kind === 'one') return found.name
  const all = names.agencies.map(({ name }) => name)
  return found.kind === 'several'
    ? { written, fits: 'several', options: found.names }
    : { written, fits: 'none', options: nearestNames(written, all) }
}
