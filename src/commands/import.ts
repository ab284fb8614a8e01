import { createHash } from 'node:crypto'
import path from 'node:path'
import { createChecker, readingLimits, type Checker } from '../checker.ts'
import { readRosterFile } from '../config/roster-file.ts'
import { readSettings } from '../config/settings.ts'
import { GongkaiError } from '../errors.ts'
import { houseSecret, reportId } from '../house-secret.ts'
import { importer, type StoredReport } from '../report/stored-report.ts'
import { decideFiling, type Filed } from '../roster/filing.ts'
import type { Roster } from '../roster/roster.ts'
import { openStore } from '../store/index.ts'
import type { Store } from '../store/store.ts'
import { version } from '../version.ts'
import { readArguments, usage } from './arguments.ts'
import type { Command, Terminal } from './command.ts'
import { readNamedFile } from './read-file.ts'

/** `gongkai import`: stores reports as if they had been uploaded. */
export const importReports: Command = {
  name: 'import',
  summary: '把年报文件存进来，如同在群里上传',
  help: `用法：gongkai import 文件… [--json]

读取、核对并保存一份或几份年报，如同在群里上传；机器人正在运行时也可以用。
单位和年度取自年报本身；有名单（gongkai.yaml）时，不在名单里的单位不保存。
同一个文件再导入一次不会多出一个版本。

  --json    每份文件输出一行 JSON

退出码：0 全部存好；2 有文件没存成，原因见标准错误。`,
  run: async (args, terminal) => {
    const { values, positionals } = readArguments('import', args, {})
    if (positionals.length === 0) throw usage('import', '请写上要导入的文件')
    const settings = readSettings(terminal.env, terminal.cwd)
    const roster = readRosterFile(settings.rosterFile, settings.rosterFileNamed, terminal.env)
    const store = await openStore({
      dataDir: settings.dataDir,
      mongodbUri: settings.mongodbUri,
      mode: 'write',
    })
    const secret = await houseSecret(settings.sessionSecret, store)
    const checker = createChecker({ roster, threads: 1, ...readingLimits })
    try {
      let worst: 0 | 2 = 0
      for (const [index, file] of positionals.entries()) {
        if (terminal.isWatched && positionals.length > 1) {
          terminal.err(`（${index + 1}/${positionals.length}）正在导入 ${file}\n`)
        }
        const json = values.json === true
        if (!(await importOne(file, { store, secret, checker, roster, terminal, json }))) worst = 2
      }
      return worst
    } finally {
      await checker.close()
      await store.close()
    }
  },
}

interface ImportOne {
  readonly store: Store
  /** Report ids are made with it. */
  readonly secret: string
  readonly checker: Checker
  readonly roster: Roster
  readonly terminal: Terminal
  readonly json: boolean
}

async function importOne(file: string, { json, ...parts }: ImportOne): Promise<boolean> {
  const { terminal } = parts
  try {
    const stored = await keep(file, parts)
    const { id, agency, year, version: number, report } = stored
    terminal.out(
      json
        ? `${JSON.stringify({ file, id, agency, year, version: number, verdict: report.verdict })}\n`
        : `${file}：已存为 ${agency} ${year}年 第 ${number} 版\n`,
    )
    return true
  } catch (error) {
    if (!(error instanceof GongkaiError)) throw error
    if (json) {
      terminal.out(`${JSON.stringify({ file, error: { code: error.code, message: error.message } })}\n`)
    }
    terminal.err(error.message.includes(file) ? `${error.message}\n` : `${file}：${error.message}\n`)
    return false
  }
}

async function keep(
  file: string,
  { store, secret, checker, roster, terminal }: Omit<ImportOne, 'json'>,
): Promise<StoredReport> {
  const bytes = await readNamedFile(file)
  const name = path.basename(file)
  const { report, cellNotes } = await checker.check(() => Promise.resolve(bytes), name)
  const { agency, year } = await placeOf(report, store, roster)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const newest = await store.shelf.newest(agency, year)
  if (newest?.file.sha256 === sha256) return newest
  await store.putFile(bytes)
  // The same name and year under the same file is the same import, whenever it is repeated.
  const cause = `import:${sha256}:${agency}:${year}:${(newest?.version ?? 0) + 1}`
  return store.saveReport({
    id: reportId(secret, cause),
    ...{ agency, year, report, cellNotes, cause },
    file: { sha256, name, size: bytes.byteLength },
    sender: importer,
    receivedAt: terminal.clock(),
    readerVersion: version,
  })
}

/** Agency and year the report is filed under. Throws GongkaiError `usage` where it cannot be, with the reason. */
async function placeOf(
  read: { readonly agency: string | null; readonly year: number | null },
  store: Store,
  roster: Roster,
): Promise<Omit<Filed, 'kind'>> {
  const stored = (await store.shelf.holdings()).map((holding) => holding.agency)
  const filing = decideFiling(read, { scope: { kind: 'all' }, roster, stored })
  if (filing.kind === 'file') return filing
  if (filing.kind === 'ask') {
    if (filing.written !== null) {
      const options = filing.options.length === 0 ? '' : `（可能是${filing.options.join('、')}）`
      throw new GongkaiError(
        'usage',
        `“${filing.written}”还不能确定是哪个单位${options}，没有保存；请在标题里写单位的全称，或在 gongkai.yaml 里列出单位`,
      )
    }
    const missing = [filing.agency === null ? '单位' : '', filing.year === null ? '年度' : ''].filter(Boolean)
    throw new GongkaiError(
      'usage',
      `没有读出${missing.join('和')}，没有保存；请在文件开头写明“机关名称＋年份＋政府信息公开工作年度报告”后再导入`,
    )
  }
  throw new GongkaiError(
    'usage',
    `“${read.agency ?? ''}”不在 gongkai.yaml 的名单里，没有保存；请核对单位名称，或把它加进名单`,
  )
}
