/**
 * Checks the set: `node test/questions/own/check.mjs` prints one line, or what is wrong and ends with 1. The files
 * are what the scripts make; ids are unique; every agency and decision exists; the balances hold; and the answers
 * that are one cell of one report are read once more straight from data.json, without the reference code.
 */
import { readFileSync } from 'node:fs'
import console from 'node:console'
import process from 'node:process'
import { URL } from 'node:url'
import { files } from './make-data.mjs'
import { content } from './make-questions.mjs'
import { applicants, columns, requestRows, resultRows, reviewGroups } from './tables.mjs'

const read = (name) => readFileSync(new URL(name, import.meta.url), 'utf8')
const faults = []
const expect = (holds, fault) => holds || faults.push(fault)

for (const [name, text] of Object.entries(files()))
  expect(read(name) === text, `${name} is not what make-data makes`)
expect(read('questions.jsonl') === content(), 'questions.jsonl is not what make-questions makes')

const data = JSON.parse(read('data.json'))
const names = JSON.parse(read('roster.json')).agencies.map((agency) => agency.name)
const lines = read('questions.jsonl')
  .trimEnd()
  .split('\n')
  .map((text) => JSON.parse(text))
const decisions = [...read('README.md').matchAll(/^- `([\w-]+)`/gm)].map((match) => match[1])
const errors = (report) => report.findings.filter((finding) => finding.severity === 'error')

expect(names.length === 60 && new Set(names).size === 60, 'the roster has 60 different agencies')
expect(
  String([...new Set(data.map((report) => report.agency))]) === String(names),
  'roster and data name the same',
)
expect(new Set(lines.map((line) => line.id)).size === lines.length, 'an id stands twice')

for (const report of data) {
  const at = `${report.agency} ${report.year}`
  const { requests, review } = report.tables
  if (errors(report).some((finding) => finding.rule.startsWith('requests/'))) continue
  for (const column of columns) balances(requests, column, at, report.format)
  for (const row of requestRows) {
    if (columns.some((column) => requests[row][column] === null)) continue
    const parts = applicants.reduce((sum, column) => sum + requests[row][column], 0)
    expect(parts === requests[row].total, `${at}: ${row} does not add up`)
  }
  for (const group of review ? reviewGroups : []) {
    const { upheld, corrected, other, pending, total } = review[group]
    expect(upheld + corrected + other + pending === (total ?? 0), `${at}: ${group} does not add up`)
  }
  const before = data.find((other) => other.agency === report.agency && other.year === report.year - 1)
  const told = errors(report).some((finding) => finding.rule === 'history/carried-in')
  const compiled = report.agency === names[0]
  if (!before || told || compiled || requests.carriedIn.total === null) continue
  expect(before.tables.requests.carriedForward.total === requests.carriedIn.total, `${at}: carried in`)
}

function balances(requests, column, at, format) {
  const cell = (row) => requests[row][column]
  if (['received', 'carriedIn'].some((row) => cell(row) === null)) return
  const open = cell('received') + cell('carriedIn')
  expect(open === cell('handledTotal') + cell('carriedForward'), `${at}: ${column} does not balance`)
  const rows = resultRows.map(cell)
  if (format === '2021-30' && rows.includes(null)) return
  const sum = rows.reduce((total, n) => total + (n ?? 0), 0)
  expect(sum === cell('handledTotal'), `${at}: results of ${column} do not add up`)
}

for (const line of lines) {
  const turns = line.turns ?? [line.expect]
  expect(turns.length === [line.ask].flat().length, `${line.id}: a turn without an expectation`)
  expect(/^\d{4}-\d\d-\d\d$/.test(line.today), `${line.id}: today`)
  expect(line.context.agency === null || names.includes(line.context.agency), `${line.id}: context`)
  expect(
    !line.decision || decisions.includes(line.decision),
    `${line.id}: ${line.decision} is not in README.md`,
  )
  for (const turn of turns) checkTurn(line.id, turn)
}

function checkTurn(id, turn) {
  const named = [
    turn.agency ?? [],
    Array.isArray(turn.agencies) ? turn.agencies : [],
    turn.missing ?? [],
  ].flat()
  for (const name of named) expect(names.includes(name), `${id}: ${name} is not in the roster`)
  if (turn.slot === 'agency')
    for (const name of turn.options ?? []) expect(names.includes(name), `${id}: ${name}`)
  expect(!(turn.intent === 'data') || turn.answer !== null, `${id}: a figure is expected and there is none`)
  if (turn.operation !== 'value' || !turn.agency || typeof turn.metric !== 'string') return
  const report = data.find((other) => other.agency === turn.agency && other.year === turn.year)
  const cell = turn.metric.split('.').reduce((part, key) => part?.[key], report.tables)
  if (typeof cell === 'number')
    expect(cell === turn.answer, `${id}: the cell holds ${cell}, not ${turn.answer}`)
  const failed = turn.caveats.includes('check_failed')
  expect(failed === errors(report).length > 0, `${id}: check_failed`)
}

console.log(
  faults.length ? faults.join('\n') : `${lines.length} questions over ${data.length} reports: in order`,
)
process.exitCode = faults.length ? 1 : 0
