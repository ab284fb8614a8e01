/** Whether the characters of a short text stand in a long one, in their order (教体局 in 教育和体育局). */
export function standsInOrder(short: string, long: string): boolean {
  let from = 0
  for (const character of short) {
    from = long.indexOf(character, from) + 1
    if (from === 0) return false
  }
  return true
}
