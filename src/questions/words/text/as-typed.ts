import { normaliseQuestion } from './normalise.ts'

/** A question and its normalised text, so that people know their own words again. */
export interface Typed {
  /** Normalised. */
  readonly text: string
  /** A stretch of the normalised text as it stands in the question, with its spaces, case and characters. */
  readonly slice: (from: number, to: number) => string
}

/** Lays a normalised question over the question itself. */
export function typed(question: string): Typed {
  const text = normaliseQuestion(question)
  const places = placesIn(question, text)
  return {
    text,
    slice: (from, to) => {
      const [first, last] = [places?.[from], places?.[to - 1]]
      return first === undefined || last === undefined
        ? text.slice(from, to)
        : question.slice(first.from, last.to)
    },
  }
}

/** The first such word of a normalised question as it stands in the question itself. */
export function asTyped(word: string, question: string): string {
  const { text, slice } = typed(question)
  const at = text.indexOf(word)
  return at === -1 ? word : slice(at, at + word.length)
}

interface Place {
  readonly from: number
  readonly to: number
}

/** Where each character of the normalised text comes from; null where that cannot be told. */
function placesIn(question: string, text: string): readonly Place[] | null {
  const mention = /[@＠][^\s\u2005]*/u.exec(question)
  const mentioned = mention === null ? 0 : mention.index + mention[0].length
  const places: Place[] = []
  let at = 0
  for (const character of question) {
    const place = { from: at, to: at + character.length }
    at = place.to
    if (mention !== null && place.from >= mention.index && place.to <= mentioned) continue
    for (const one of normalisedCharacter(character)) {
      const isNext = text[places.length] === one || (text[places.length] === ',' && one === '.')
      if (isNext) places.push(place)
      else if (!isSameMark(one, text[places.length - 1])) return null
    }
  }
  return places.length === text.length ? places : null
}

/** In UTF-16 units. A second mention stays as it is. */
function normalisedCharacter(character: string): readonly string[] {
  return /[@＠]/u.test(character) ? ['@'] : normaliseQuestion(character).split('')
}

/** Marks in a row are one in the normalised text. */
function isSameMark(one: string, before: string | undefined): boolean {
  return before === '-' ? one === '-' : before === ',' && (one === ',' || one === '.')
}
