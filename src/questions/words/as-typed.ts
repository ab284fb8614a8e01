import { normaliseQuestion } from './normalise.ts'

/** A word of a normalised question as it stands in the question itself, with its spaces, case and characters. */
export function asTyped(word: string, question: string): string {
  const characters = Array.from(question)
  const normalised: string[] = []
  const from: number[] = []
  characters.forEach((character, index) => {
    for (const one of normaliseQuestion(character)) {
      normalised.push(one)
      from.push(index)
    }
  })
  const wanted = Array.from(word)
  const at = normalised.findIndex((_, index) =>
    wanted.every((character, offset) => normalised[index + offset] === character),
  )
  const [first, last] = [from[at], from[at + wanted.length - 1]]
  return first === undefined || last === undefined ? word : characters.slice(first, last + 1).join('')
}
