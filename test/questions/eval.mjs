/**
 * `npm run eval:questions`: asks every question of the sets beside it through the built program and prints how many are
 * right, complete, declined and wrong, by type. Fails when anything is wrong.
 */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import process from 'node:process'
import { URL, fileURLToPath } from 'node:url'
import { judgeLine, sets } from './score.mjs'

const here = (name) => fileURLToPath(new URL(name, import.meta.url))
const linesOf = (text) =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))

const columns = ['questions', 'right', 'complete', 'safe', 'declined', 'wrong']

function evaluate(set) {
  const [questions, data] = [here(`${set}/questions.jsonl`), here(`${set}/data.json`)]
  const roster = JSON.parse(readFileSync(here(`${set}/roster.json`), 'utf8')).agencies
  const args = ['ask', '--batch', questions, '--data', data, '--json']
  const said = execFileSync(process.execPath, [here('../../dist/src/cli.js'), ...args], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  const replies = new Map(linesOf(said).map(({ id, replies: all }) => [id, all]))
  const table = new Map()
  const notes = []
  for (const line of linesOf(readFileSync(questions, 'utf8'))) {
    const { kind, complete } = judgeLine(line, replies.get(line.id), roster)
    for (const type of [line.type, 'all']) {
      const counts = table.get(type) ?? Object.fromEntries(columns.map((column) => [column, 0]))
      table.set(type, counts)
      counts.questions++
      counts[kind]++
      if (complete) counts.complete++
    }
    if (!complete)
      notes.push(`${kind === 'right' ? 'incomplete' : kind}  ${line.id}  ${[line.ask].flat().join(' / ')}`)
  }
  print(set, table, notes)
  return table.get('all').wrong
}

function print(set, table, notes) {
  const rows = [...table].sort(([one], [two]) => Number(one === 'all') - Number(two === 'all'))
  const head = ['type'.padEnd(14), ...columns.map((column) => column.padStart(9))].join(' ')
  const lines = rows.map(([type, counts]) =>
    [type.padEnd(14), ...columns.map((column) => String(counts[column]).padStart(9))].join(' '),
  )
  process.stdout.write(`${['', set, head, ...lines, ...notes.sort()].join('\n')}\n`)
}

const wrong = sets.map(evaluate).reduce((sum, count) => sum + count, 0)
if (wrong > 0) {
  process.stderr.write(`\n${wrong} wrong\n`)
  process.exitCode = 1
}
