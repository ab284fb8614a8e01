/**
 * Puts rows onto the places of the form so that the order is kept and the sum of the scores is greatest. `scores`
 * gives for each row the places it may take, each above 0. The answer names each row's place, null for none.
 */
export function alignRows(
  scores: readonly ReadonlyMap<number, number>[],
  placeCount: number,
): readonly (number | null)[] {
  const best = [new Array<number>(placeCount + 1).fill(0)]
  for (const row of scores) {
    const above = best.at(-1) ?? []
    const line = [0]
    for (let place = 0; place < placeCount; place += 1) {
      const taken = row.get(place)
      const here = taken === undefined ? 0 : (above[place] ?? 0) + taken
      line.push(Math.max(here, above[place + 1] ?? 0, line[place] ?? 0))
    }
    best.push(line)
  }
  return traceBack(scores, best, placeCount)
}

function traceBack(
  scores: readonly ReadonlyMap<number, number>[],
  best: readonly (readonly number[])[],
  placeCount: number,
): (number | null)[] {
  const places: (number | null)[] = new Array<number | null>(scores.length).fill(null)
  let place = placeCount
  for (let row = scores.length; row > 0 && place > 0;) {
    const value = best[row]?.[place] ?? 0
    if (value === best[row - 1]?.[place]) row -= 1
    else if (value === best[row]?.[place - 1]) place -= 1
    else {
      row -= 1
      place -= 1
      places[row] = place
    }
  }
  return places
}
