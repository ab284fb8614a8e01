import { nameWithoutPlace } from '../../../roster/agency-names.ts'
import type { Token } from '../tokens/roles.ts'
import type { Directory } from './mentions.ts'

type Names = Pick<Directory, 'names'>

/** 教育局 of 云昌市望湖区教育局. */
export function withoutPlace(name: string): string {
  return nameWithoutPlace(name, null)
}

/**
 * The place that a word names beside an agency called so: 望湖区, 市 of 市里 and, of a 局, of 市局; null where it names none.
 */
export function placeSaid({ role, text }: Token, called: string): string | null {
  if (role.is === 'place') return text
  const [, level, noun] = /^([市区县旗])(里|本级|局)$/u.exec(text) ?? []
  if (level === undefined) return null
  return noun !== '局' || called.endsWith('局') ? level : null
}

/** Full names of those that are called so in a place: 市 and 教育局, 宁溪 and 城关镇人民政府. */
export function calledAt(place: string, called: string, { names }: Names): readonly string[] {
  return names.forms.get(place + called)?.names ?? []
}
