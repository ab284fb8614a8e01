import { wordGraph, type WordState } from '../../../src/questions/words/tokens/word-graph.ts'

/** The words that an entry of the lexicon stands for, one by one. */
export function wordsOfEntry(entry: string): Iterable<string> {
  return wordsFrom(wordGraph([{ role: { is: 'empty' }, says: [entry] }]), '')
}

function* wordsFrom(state: WordState, sofar: string): Iterable<string> {
  if (state.roles.length > 0) yield sofar
  for (const character of state.characters()) {
    const next = state.after(character)
    if (next !== null) yield* wordsFrom(next, sofar + character)
  }
}
