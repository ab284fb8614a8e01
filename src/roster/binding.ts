import type { AgencyKind } from '../report/agency-kind.ts'
import { agencyNames, nearestNames, resolveAgency, type AgencyNames } from './agency-names.ts'
import type { Roster } from './roster.ts'

/** What somebody wants a group bound to: everything, some agencies (full names), or names that decide nothing. */
export type BindingWish =
  | { readonly kind: 'all' }
  | { readonly kind: 'agencies'; readonly names: readonly string[] }
  | { readonly kind: 'nobody' }
  | { readonly kind: 'unclear'; readonly written: readonly UnclearName[] }

/** A name as it was written, and the full names it may mean or is like; `vague`: a word for agencies, not a name. */
export interface UnclearName {
  readonly written: string
  readonly fits: 'several' | 'none' | 'vague'
  readonly options: readonly string[]
}

/** Only whoever says so gets everything: a group must not see more than was meant. */
const everybody =
  /^(?:(?:全部|所有|全体)的?|全[区县市](?:各|所有)?)(?:单位|机关|行政机关)?$|^各(?:单位|机关|行政机关)$|^all$/iu
const kindWords = '部门|工作部门|政府部门|街道|街道办|街道办事处|镇|乡|乡镇|镇街|乡镇街道'
const allOfKind = new RegExp(
  `^(?:(?:全部|所有|全体)的?|全[区县市](?:各|所有)?|各)(?<kind>${kindWords})$`,
  'u',
)
const vague = new RegExp(`^(?:单位|机关|行政机关|${kindWords})$`, 'u')

/**
 * Reads the words after 绑定: names and aliases of the roster, 全部, or all of a kind (所有部门). One unclear name makes
 * all of it unclear.
 */
export function bindingWish(words: string, roster: Roster): BindingWish {
  const written = words
    .replace(/[。.！!]+\s*$/u, '')
    .split(/[、,，;；\s]+/u)
    .map((word) => word.trim())
    .filter((word) => word !== '')
  if (written.length === 0) return { kind: 'nobody' }
  if (everybody.test(written.join(''))) return { kind: 'all' }
  const names = agencyNames(roster.agencies, roster.district)
  const found = written.flatMap((word) => ofKind(word, roster) ?? resolveWord(word, names))
  const unclear = found.filter((one): one is UnclearName => typeof one !== 'string')
  if (unclear.length > 0) return { kind: 'unclear', written: unclear }
  return { kind: 'agencies', names: [...new Set(found.filter((one) => typeof one === 'string'))] }
}

/** 所有部门, 各镇街: those of the roster; null for other words, and where the roster has none of the kind. */
function ofKind(word: string, { agencies }: Roster): readonly string[] | null {
  const said = allOfKind.exec(word)?.groups?.['kind']
  if (said === undefined) return null
  const kinds = kindsOf(said)
  const names = agencies.filter(({ kind }) => kinds.includes(kind)).map(({ name }) => name)
  return names.length === 0 ? null : names
}

function kindsOf(word: string): readonly AgencyKind[] {
  if (word.endsWith('部门')) return ['department']
  const isTownship = /[镇乡]/u.test(word)
  const isSubdistrict = word.includes('街')
  return [
    ...(isTownship ? (['township'] as const) : []),
    ...(isSubdistrict ? (['subdistrict'] as const) : []),
  ]
}

/** A word is one name, also one with 和 in it (教育和体育局); else it may be several joined by 和. */
function resolveWord(word: string, names: AgencyNames): readonly (string | UnclearName)[] {
  const whole = resolved(word, names)
  if (typeof whole === 'string' || whole.fits !== 'none') return [whole]
  const parts = word.split(/[和与及]/u).filter((part) => part !== '')
  const each = parts.map((part) => resolved(part, names))
  return parts.length > 1 && each.every((one) => typeof one === 'string') ? each : [whole]
}

function resolved(written: string, names: AgencyNames): string | UnclearName {
  const found = resolveAgency(written, names)
  if (found.kind === 'one') return found.name
  if (found.kind === 'several') return { written, fits: 'several', options: found.names }
  if (vague.test(written)) return { written, fits: 'vague', options: [] }
  const all = names.agencies.map(({ name }) => name)
  return { written, fits: 'none', options: nearestNames(written, all) }
}
