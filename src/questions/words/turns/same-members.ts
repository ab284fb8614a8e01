/** Whether two lists hold the same, in any order. */
export function haveSameMembers<Value>(some: readonly Value[], others: readonly Value[]): boolean {
  return some.length === others.length && some.every((one) => others.includes(one))
}
