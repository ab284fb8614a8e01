import path from 'node:path'
import { packageFolder } from '../src/package-folder.ts'
import { measureCheck } from './check-file.ts'
import { measureCheckMemory } from './check-memory.ts'
import { measureDocxReading } from './read-docx.ts'
import { measureSandboxReply } from './sandbox-reply.ts'

const fixtures = path.join(packageFolder, 'test/fixtures/reports/samples')
const docx = '001-gaoxinqu-kechuang-2024.docx'

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

const memory = await measureCheckMemory(path.join(fixtures, docx))
row('peak memory of gongkai check', `${memory.toFixed(0)} MB`, verdict(memory < 200, 'under 200 MB'))
