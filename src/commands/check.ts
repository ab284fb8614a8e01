import path from 'node:path'
import { z } from 'zod'
import { checkSummary } from '../../templates/check-summary.ts'
import type { CheckedFile } from '../check.ts'
import { createChecker, readingLimits, type Checker } from '../checker.ts'
import { readRosterFile } from '../config/roster-file.ts'
import { readRosterPlace } from '../config/settings.ts'
import { GongkaiError } from '../errors.ts'
import { printedReport } from '../report/printed-report.ts'
import type { Report } from '../report/report.ts'
import { readArguments, usage } from './arguments.ts'
import type { Command, Terminal } from './command.ts'
import { plainText } from './plain-text.ts'
import { readNamedFile } from './read-file.ts'

/** `gongkai check`: reads and checks reports without storing them. */
export const check: Command = {
  name: 'check',
  summary: '读取并核对年报文件，不保存',
  help: `用法：gongkai check 文件… [--previous 文件] [--json]

读取并核对一份或几份年报，列出问题、位置和差额；不保存任何内容。
读得了的格式：.docx、.txt（UTF-8 或 GBK）。

  --previous 文件   同一单位上一年的年报（年报文件，或它的 JSON），供跨年核对使用
  --json            每份文件输出一行 JSON

退出码：0 没有错误；1 有错误；2 有文件读不了。`,
  run: async (args, terminal) => {
    const { values, positionals } = readArguments('check', args, { previous: { type: 'string' } })
    if (positionals.length === 0) throw usage('check', '请写上要核对的文件')
    const { rosterFile, rosterFileNamed } = readRosterPlace(terminal.env, terminal.cwd)
    const roster = readRosterFile(rosterFile, rosterFileNamed, terminal.env)
    const checker = createChecker({ roster, threads: 1, ...readingLimits })
    try {
      const previous = values.previous === undefined ? null : await readPrevious(values.previous, checker)
      let worst: 0 | 1 | 2 = 0
      for (const [index, file] of positionals.entries()) {
        if (terminal.isWatched && positionals.length > 1) {
          terminal.err(`（${index + 1}/${positionals.length}）正在读取 ${file}\n`)
        }
        worst = larger(
          worst,
          await checkOne(file, { checker, previous, terminal, json: values.json === true }),
        )
      }
      return worst
    } finally {
      await checker.close()
    }
  },
}

interface CheckOne {
  readonly checker: Checker
  readonly previous: Report | null
  readonly terminal: Terminal
  readonly json: boolean
}

async function checkOne(file: string, { checker, previous, terminal, json }: CheckOne): Promise<0 | 1 | 2> {
  try {
    const checked = await checker.check(() => readNamedFile(file), path.basename(file), previous)
    terminal.out(
      json
        ? `${JSON.stringify({ file, ...printedReport(checked.report) })}\n`
        : `${file}\n${summaryOf(checked)}\n\n`,
    )
    return checked.report.verdict === 'fail' ? 1 : 0
  } catch (error) {
    if (!(error instanceof GongkaiError)) throw error
    if (json) {
      terminal.out(`${JSON.stringify({ file, error: { code: error.code, message: error.message } })}\n`)
    }
    terminal.err(error.message.includes(file) ? `${error.message}\n` : `${file}：${error.message}\n`)
    return 2
  }
}

function summaryOf(checked: CheckedFile): string {
  const { report, cellNotes, properExtension } = checked
  return plainText(checkSummary({ report, cellNotes, properExtension }).markdown)
}

function larger(left: 0 | 1 | 2, right: 0 | 1 | 2): 0 | 1 | 2 {
  return left > right ? left : right
}

const previousReport = z.looseObject({
  agency: z.string().nullable(),
  year: z.number().nullable(),
  tables: z.looseObject({}),
})

/** Last year's report: a report file, or what `check --json` printed of it. */
async function readPrevious(file: string, checker: Checker): Promise<Report> {
  if (!file.toLowerCase().endsWith('.json')) {
    return (await checker.check(() => readNamedFile(file), path.basename(file))).report
  }
  const bytes = await readNamedFile(file)
  try {
    const parsed: unknown = JSON.parse(Buffer.from(bytes).toString('utf8'))
    // Printed by this program: the parts the checks use are looked at, the rest is taken as it is.
    return previousReport.parse(parsed) as unknown as Report
  } catch (error) {
    throw new GongkaiError('usage', `${file} 不是 gongkai check --json 输出的年报 JSON`, { cause: error })
  }
}
