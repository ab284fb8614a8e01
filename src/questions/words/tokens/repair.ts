import { pinyin } from 'pinyin-pro'
import type { AgencyNames } from '../../../roster/agency-names.ts'
import { isBareName } from '../../../roster/bare-name.ts'
import { lexiconGraph } from './vocabulary.ts'
import type { WordState } from './word-graph.ts'
import { saysItsKind, type Directory } from '../whose/mentions.ts'
import { isFigureRole, type Role, type Token } from './roles.ts'

/** Words that were respelt. */
export interface Repaired {
  readonly tokens: readonly Token[]
  readonly guessed: readonly { readonly written: string; readonly read: string }[]
}

/** Shorter words sound like too many others. */
const shortest = 3
const longest = 10

/**
 * Respells what no entry covers: a stretch that sounds (tones apart) like one word of the lexicon or one agency, and
 * initials that fit agencies. What is a word or an agency's name as it stands is never respelt, and nothing is ever
 * guessed by its letters: 予以公开 and 不予公开 differ by two.
 */
export function repaired(tokens: readonly Token[], directory: Directory): Repaired {
  const guessed: Repaired['guessed'][number][] = []
  let result = tokens
  for (const token of tokens) {
    if (token.role.is !== 'left' && token.role.is !== 'elsewhere') continue
    const found = initialsOf(token, directory) ?? windowAround(result, token, directory)
    if (found === null) continue
    const { from, to, read, role } = found(result)
    const written = result
      .slice(from, to + 1)
      .map((one) => one.written ?? one.text)
      .join('')
    guessed.push({ written, read })
    result = [...result.slice(0, from), { text: read, role, written }, ...result.slice(to + 1)]
  }
  return { tokens: result, guessed }
}

interface Place {
  readonly from: number
  readonly to: number
  readonly read: string
  readonly role: Role
}
type Finder = (tokens: readonly Token[]) => Place

function initialsOf(token: Token, { names }: Directory): Finder | null {
  if (!/^[a-z]{3,8}$/u.test(token.text)) return null
  const fits = indexOf(names).initials.get(token.text)
  if (fits === undefined) return null
  const read = fits.length === 1 ? (fits[0] ?? '') : token.text
  return (tokens) => {
    const at = tokens.indexOf(token)
    return { from: at, to: at, read, role: { is: 'agency', names: fits } }
  }
}

/** The longest stretch around a token that sounds like one entry. */
function windowAround(tokens: readonly Token[], token: Token, directory: Directory): Finder | null {
  const at = tokens.indexOf(token)
  const windows: { from: number; to: number; text: string }[] = []
  for (let from = Math.max(0, at - 2); from <= at; from++) {
    for (let to = at; to <= Math.min(tokens.length - 1, at + 2); to++) {
      const text = tokens
        .slice(from, to + 1)
        .map((one) => one.text)
        .join('')
      const inside = tokens.slice(from, to + 1).every(isOpen)
      if (inside && text.length >= shortest && text.length <= longest) windows.push({ from, to, text })
    }
  }
  for (const { from, to, text } of windows.sort((a, b) => b.text.length - a.text.length)) {
    const entry = isBareName(text) ? null : soundsLike(text, directory.names)
    const window = tokens.slice(from, to + 1)
    if (entry !== null && keepsWords(entry.read, window) && keepsAgency(entry.role, window))
      return () => ({ from, to, ...entry })
  }
  return null
}

/** A name that says its kind is whole; 红石 may go on (红石接道). */
function isOpen({ role, text }: Token): boolean {
  if (role.is === 'agency') return !saysItsKind(text)
  return !['years', 'mark', 'place'].includes(role.is)
}

/** Who was named as it stands is still who is meant. */
function keepsAgency(role: Role, window: readonly Token[]): boolean {
  return window.every(
    (token) =>
      token.role.is !== 'agency' ||
      (role.is === 'agency' &&
        role.names.every((name) => token.role.is === 'agency' && token.role.names.includes(name))),
  )
}

/** Only what nothing claims is respelt: 福依申请 is not 复议申请, for 依申请 is a word as it stands. */
function keepsWords(read: string, window: readonly Token[]): boolean {
  let at = 0
  return window.every(({ text, role }) => {
    const as = read.slice(at, at + text.length)
    at += text.length
    const isFree = role.is === 'left' || role.is === 'elsewhere' || text.length === 1
    return isFree || as === text
  })
}

function soundsLike(text: string, names: AgencyNames): { readonly read: string; readonly role: Role } | null {
  const found = new Map<string, { read: string; role: Role }>()
  const agencies = keysOf(text).flatMap((key) => indexOf(names).sounds.get(key) ?? [])
  for (const { word, role } of [
    ...figuresSounding(text),
    ...agencies.filter(({ word }) => sameSound(word, text)),
  ]) {
    if (word !== text) found.set(JSON.stringify(role), { read: word, role })
  }
  const [only, ...others] = found.values()
  return only !== undefined && others.length === 0 ? only : null
}

/** Names of figures that sound so. */
function figuresSounding(text: string): readonly Entry[] {
  let states: readonly { readonly word: string; readonly state: WordState }[] = [
    { word: '', state: lexiconGraph() },
  ]
  for (const heard of Array.from(text)) {
    states = states.flatMap(({ word, state }) =>
      [...state.characters()].flatMap((character) => {
        const next = soundsAs(character, heard) ? state.after(character) : null
        return next === null ? [] : [{ word: word + character, state: next }]
      }),
    )
  }
  return states.flatMap(({ word, state: { roles } }) =>
    /[的了]$/u.test(word) ? [] : roles.filter(isFigureRole).map((role) => ({ word, role })),
  )
}

function sameSound(a: string, b: string): boolean {
  const [left, right] = [Array.from(a), Array.from(b)]
  return left.every((character, index) => soundsAs(character, right[index] ?? ''))
}

function soundsAs(a: string, b: string): boolean {
  return a === b || soundsOf(a).some((sound) => soundsOf(b).includes(sound))
}

const sounds = new Map<string, readonly string[]>()

/** The ways one character is read, without tones; itself where it is no Chinese character. */
function soundsOf(character: string): readonly string[] {
  const known = sounds.get(character)
  if (known !== undefined) return known
  const read = pinyin(character, { toneType: 'none', type: 'array', multiple: true })
  const distinct = [...new Set(read.length === 0 ? [character] : read)]
  sounds.set(character, distinct)
  return distinct
}

interface Entry {
  readonly word: string
  readonly role: Role
}
/** By length and the sounds of the first character. */
type Index = ReadonlyMap<string, readonly Entry[]>

function keysOf(word: string): readonly string[] {
  return soundsOf(word.charAt(0)).map((sound) => `${word.length} ${sound}`)
}

function indexed(entries: Iterable<Entry>): Index {
  const index = new Map<string, Entry[]>()
  for (const entry of entries) {
    if (entry.word.length < shortest || entry.word.length > longest) continue
    for (const key of keysOf(entry.word)) {
      const sofar = index.get(key)
      if (sofar === undefined) index.set(key, [entry])
      else sofar.push(entry)
    }
  }
  return index
}

interface AgencyIndex {
  readonly sounds: Index
  /** Initials of the short names and what they may mean. */
  readonly initials: ReadonlyMap<string, readonly string[]>
}
const agencyIndexes = new WeakMap<AgencyNames, AgencyIndex>()

function indexOf(names: AgencyNames): AgencyIndex {
  const known = agencyIndexes.get(names)
  if (known !== undefined) return known
  const initials = new Map<string, string[]>()
  const entries: Entry[] = []
  for (const [word, form] of names.forms) {
    entries.push({ word, role: { is: 'agency', names: form.names } })
    if (word.length > 8) continue
    const letters = Array.from(word, (character) => soundsOf(character)[0]?.charAt(0) ?? '').join('')
    const fits = initials.get(letters) ?? []
    initials.set(letters, [...new Set([...fits, ...form.names])])
  }
  const index = { sounds: indexed(entries), initials }
  agencyIndexes.set(names, index)
  return index
}
