/** A question is no longer; what is longer was not quoted to be asked. */
const longestQuestion = 200

/**
 * What is asked: the words themselves. Who quotes a question and only calls on the bot asks it again, unless a file
 * came with it.
 */
export function askedText(said: {
  readonly own: string
  readonly quoted: string
  readonly hasFiles: boolean
}): string {
  const { own, quoted, hasFiles } = said
  const isQuestion = own === '' && !hasFiles && Array.from(quoted).length <= longestQuestion
  return isQuestion ? quoted : own
}
