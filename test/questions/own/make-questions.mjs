/** Writes questions.jsonl: `node test/questions/own/make-questions.mjs`. Answers come from reference.mjs and data.json. */
import { writeFileSync } from 'node:fs'
import process from 'node:process'
import { fileURLToPath, URL } from 'node:url'
import { aboutReports } from './lines/about-reports.mjs'
import { conversations } from './lines/conversations.mjs'
import { heardFromStaff } from './lines/heard-from-staff.mjs'
import { manyFigures } from './lines/many-figures.mjs'
import { sides } from './lines/sides.mjs'
import { singleFigures } from './lines/single-figures.mjs'
import { expectationOf } from './reference.mjs'

/** The whole set, as the lines of the file. */
export function questions() {
  const counters = new Map()
  const lines = [singleFigures, manyFigures, aboutReports, conversations, sides, heardFromStaff].flat()
  return lines.map(({ queries, ...line }) => {
    const n = (counters.get(line.type) ?? 0) + 1
    counters.set(line.type, n)
    const turns = queries.map((query) => expectationOf(query))
    const id = `${line.type}-${String(n).padStart(2, '0')}`
    const several = Array.isArray(line.ask)
    return { id, ...line, expect: turns.at(-1), ...(several && { turns }) }
  })
}

export const content = () =>
  questions()
    .map((line) => `${JSON.stringify(line)}\n`)
    .join('')

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(new URL('questions.jsonl', import.meta.url), content())
}
