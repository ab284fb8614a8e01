/** Characters of a question that are read at most. */
export const questionLimit = 200

/** Whether a text is longer than any question that is read; also one that only asks for help, a hundred times. */
export function isTooLong(text: string): boolean {
  return Array.from(text.trim()).length > questionLimit
}
