import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { packageFolder } from '../src/package-folder.ts'
import { sixtyBars, worstCharts } from '../test/charts/worst-charts.ts'
import { startMongoServer } from '../test/mongo-server.ts'
import { measureAckRates, measureAckTimes } from './acknowledge.ts'
import { measureQuestions, type QuestionTimes } from './answer-questions.ts'
import { measureCheck } from './check-file.ts'
import { measureCheckMemory } from './check-memory.ts'
import { measureChart } from './draw-chart.ts'
import { measurePictureReply } from './picture-reply.ts'
import { measureDocxReading } from './read-docx.ts'
import { measureSandboxReply } from './sandbox-reply.ts'

const fixtures = path.join(packageFolder, 'test/fixtures/reports/samples')
const docx = '001-gaoxinqu-kechuang-2024.docx'

// All that is measured works in one folder, which goes at the end.
const folder = mkdtempSync(path.join(tmpdir(), 'gongkai-bench-'))
process.env['TMPDIR'] = folder
process.on('exit', () => {
  rmSync(folder, { recursive: true, force: true })
})

function row(what: string, measured: string, asked = ''): void {
  console.log(`${what.padEnd(58)} ${measured.padStart(12)}  ${asked}`)
}

/** Within what is asked for, or not: said in words, since a busy machine fails no build. */
function verdict(isMet: boolean, asked: string): string {
  return `${asked}: ${isMet ? 'met' : 'NOT MET'}`
}

for (const name of [docx, '004-yanzhou-gongxin-2023.docx']) {
  const times = await measureDocxReading(path.join(fixtures, name))
  row(
    `read ${name}, by plain unzip + SAX (${times.plainMs.toFixed(1)} ms)`,
    `× ${times.readRatio.toFixed(2)}`,
    verdict(times.readRatio <= 3, 'at most 3'),
  )
  row(`mammoth's HTML of it, likewise`, `× ${times.mammothRatio.toFixed(2)}`, 'for information')
}

for (const name of [docx, '001-gaoxinqu-kechuang-2024.txt', '004-yanzhou-gongxin-2023.txt']) {
  row(`read and check ${name}, warm`, `${(await measureCheck(path.join(fixtures, name))).toFixed(0)} ms`)
}

const trends = worstCharts['a trend with a gap, huge beside small']
for (const [what, chart] of [
  ['a trend of seven years', trends],
  ['a ranking of 60 with the longest names', sixtyBars],
] as const) {
  if (chart === undefined) continue
  const { ms, bytes } = await measureChart(chart)
  row(`draw ${what} (${(bytes / 1000).toFixed(0)} kB), in its thread`, `${ms.toFixed(0)} ms`)
}

const reply = await measureSandboxReply(path.join(fixtures, docx))
row(
  'start of the bot to its address',
  `${reply.startMs.toFixed(0)} ms`,
  verdict(reply.startMs < 5_000, 'under 5 s'),
)
row(
  'sandbox: upload to reply, the first',
  `${reply.firstMs.toFixed(0)} ms`,
  verdict(reply.firstMs < 1_000, 'under 1 s'),
)
row(
  'sandbox: upload to reply, later (median)',
  `${reply.laterMs.toFixed(0)} ms`,
  verdict(reply.laterMs < 1_000, 'under 1 s'),
)

const picture = await measurePictureReply()
row('sandbox: question to picture, a ranking of 60, the first', `${picture.firstMs.toFixed(0)} ms`)
row('sandbox: question to picture, later (median)', `${picture.laterMs.toFixed(0)} ms`)

const memory = await measureCheckMemory(path.join(fixtures, docx))
row('peak memory of gongkai check', `${memory.toFixed(0)} MB`, verdict(memory < 200, 'under 200 MB'))

const rates = await measureAckRates()
const ratio = rates.keptPerSecond / rates.answeredPerSecond
row('callback: verified and decrypted, without HTTP', `${rates.openedPerSecond.toFixed(0)} /s`)
row('callback: the same over HTTP, nothing kept', `${rates.answeredPerSecond.toFixed(0)} /s`)
row('callback: the same, durable before the answer', `${rates.keptPerSecond.toFixed(0)} /s`)
row(
  'callback: share of the rate that keeping leaves',
  ratio.toFixed(2),
  verdict(ratio >= 0.5, 'at least 0.5'),
)

const acks = await measureAckTimes(path.join(fixtures, docx))
row(
  `acknowledgement, p99 at 200 /s while ${acks.read} reports are read`,
  `${acks.p99.toFixed(1)} ms`,
  verdict(acks.p99 <= 50 && acks.refused === 0, 'at most 50 ms, all taken'),
)
row('acknowledgement, median and longest of them', `${acks.p50.toFixed(1)} / ${acks.longest.toFixed(0)} ms`)

function questionRows(engine: string, { questions, stored }: QuestionTimes, limitMs: number): void {
  for (const { question, medianMs } of questions) {
    const asked = verdict(medianMs < limitMs, `under ${limitMs} ms`)
    row(`${engine}, ${stored} reports: ${question}`, `${medianMs.toFixed(1)} ms`, asked)
  }
}

questionRows('embedded', await measureQuestions(3_000), 50)
const mongo = await startMongoServer()
if (mongo !== null) {
  questionRows('MongoDB', await measureQuestions(3_000, mongo.uriOf('bench')), 50)
  await mongo.stop()
}
questionRows('embedded', await measureQuestions(100_000), 100)
