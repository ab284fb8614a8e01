import { readFileSync } from 'node:fs'
import path from 'node:path'
import { startApp, type App } from '../../../src/app.ts'
import { checkFile } from '../../../src/check.ts'
import { readSettings } from '../../../src/config/settings.ts'
import { createLog } from '../../../src/log.ts'
import { packageFolder } from '../../../src/package-folder.ts'
import { emptyRoster, type Roster } from '../../../src/roster/roster.ts'
import { deliver, type Answered, type Delivering } from '../../fakes/dingtalk/callbacks.ts'
import { startFakeDingtalk, type FakeDingtalk, type Seen } from '../../fakes/dingtalk/fake-dingtalk.ts'
import { tempFolder } from '../../temp-folder.ts'
import { until } from '../../until.ts'

export { until as eventually } from '../../until.ts'

/** The group that is bound to all agencies. */
export const boundGroup = 'cidBOUND=='
/** A report of 济宁高新区科技创新局 for 2024. */
export const report = {
  name: '2024年度报告.docx',
  agency: '济宁高新区科技创新局',
  bytes: readFileSync(
    path.join(packageFolder, 'test/fixtures/reports/samples/001-gaoxinqu-kechuang-2024.docx'),
  ),
}

/** The whole program against a fake DingTalk; the clock runs on, and jumps where a test says so. */
export interface DingtalkBench {
  readonly fake: FakeDingtalk
  readonly url: string
  readonly now: () => Date
  /** Moves the clock. */
  readonly pass: (milliseconds: number) => void
  readonly deliver: (body: unknown, how?: Partial<Delivering>) => Promise<readonly Answered[]>
  /** What people see, once there are so many messages. */
  readonly sees: (count: number) => Promise<readonly Seen[]>
  readonly logged: () => string
  readonly stop: () => Promise<void>
}

const roster: Roster = {
  ...emptyRoster,
  agencies: [
    {
      ...{ name: report.agency, aliases: ['高新区科创局'], kind: 'department' },
      ...{ deadline: null, since: null, until: null },
      contacts: [{ platform: 'dingtalk', userId: 'zhangsan', name: null }],
    },
  ],
  groups: [{ name: '政务公开联络群', platform: 'dingtalk', conversationId: boundGroup, agencies: 'all' }],
}

/** Starts both. */
export async function startBench(
  options: { readonly robot?: { readonly key: string; readonly secret: string | null } } = {},
): Promise<DingtalkBench> {
  let ahead = 0
  const now = (): Date => new Date(Date.now() + ahead)
  const fake = await startFakeDingtalk({ now })
  fake.addGroup(boundGroup)
  fake.addPerson('zhangsan')
  const dataDir = tempFolder()
  let logged = ''
  const app: App = await startApp({
    settings: readSettings(environmentOf(fake, dataDir), dataDir),
    roster: {
      ...roster,
      groups: roster.groups.map((group) => ({
        ...group,
        ...(options.robot === undefined ? {} : { robot: options.robot }),
      })),
    },
    clock: now,
    log: createLog('debug', now, (line) => (logged += line)),
    // Threads start from built files.
    checker: {
      check: async (load, name) => checkFile(await load(), name),
      secondsPerFile: () => 1,
      close: () => Promise.resolve(),
    },
  })
  const url = `${app.url}/dingtalk/robot`
  return {
    ...{ fake, url, now },
    pass: (milliseconds) => {
      ahead += milliseconds
    },
    deliver: (body, how = {}) => deliver(body, { url, secret: fake.app.clientSecret, now: now(), ...how }),
    sees: async (count) => {
      await until(() => fake.seen.length >= count)
      return fake.seen
    },
    logged: () => logged,
    stop: async () => {
      await app.stop()
      await fake.stop()
    },
  }
}

/** The variables that point the program at the fake. */
export function environmentOf(fake: FakeDingtalk, dataDir: string): Readonly<Record<string, string>> {
  return {
    ...{ PORT: '0', DATA_DIR: dataDir, DOWNLOAD_HOSTS: fake.fileHost },
    ...{ DINGTALK_CLIENT_ID: fake.app.clientId, DINGTALK_CLIENT_SECRET: fake.app.clientSecret },
    ...{ DINGTALK_API_BASE: fake.apiBase, DINGTALK_OAPI_BASE: fake.oapiBase },
  }
}
