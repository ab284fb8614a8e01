import { constants } from 'node:fs'
import { access, mkdir, statfs } from 'node:fs/promises'
import { createServer } from 'node:net'
import { readRosterFile } from '../config/roster-file.ts'
import { readSettings, type Settings } from '../config/settings.ts'
import { errorCode, GongkaiError } from '../errors.ts'
import { openStore } from '../store/index.ts'
import { readArguments, refuseWords } from './arguments.ts'
import type { Command, Terminal } from './command.ts'

/** One thing that was looked at. `notice` is fine but worth knowing. */
export interface Diagnosis {
  readonly check: string
  readonly state: 'ok' | 'notice' | 'wrong'
  readonly message: string
}

const signs = { ok: '✓', notice: '·', wrong: '✗' } as const

/** `gongkai doctor`: looks at settings, store, disk, port and clock; a line each, with what to mend. */
export const doctor: Command = {
  name: 'doctor',
  summary: '检查配置、存储和运行环境，说明怎么改',
  help: `用法：gongkai doctor [--json]

逐项检查 Node 版本、环境变量、gongkai.yaml、数据目录、存储、端口和时钟，每项一行，有问题的说明怎么改。
不修改任何内容，可以在机器人运行时使用。

退出码：0 全部正常；2 有需要改的地方。`,
  run: async (args, terminal) => {
    const { values, positionals } = readArguments('doctor', args, {})
    refuseWords('doctor', positionals)
    const found = await examine(terminal)
    for (const one of found) {
      terminal.out(
        values.json === true
          ? `${JSON.stringify(one)}\n`
          : `${signs[one.state]} ${one.check}：${one.message}\n`,
      )
    }
    const wrong = found.filter((one) => one.state === 'wrong').length
    if (wrong > 0) terminal.err(`有 ${wrong} 项需要处理\n`)
    return wrong > 0 ? 2 : 0
  },
}

async function examine(terminal: Terminal): Promise<readonly Diagnosis[]> {
  const found: Diagnosis[] = [nodeVersion(process.versions.node), clock(terminal.clock())]
  const settings = attempt('环境变量', () => readSettings(terminal.env, terminal.cwd), '格式正确')
  found.push(settings.diagnosis)
  if (settings.value === null) return found
  const { value } = settings
  found.push(rosterFile(value, terminal))
  const folder = await dataFolder(value)
  found.push(folder)
  if (folder.state !== 'wrong') found.push(await store(value))
  found.push(await port(value), publicUrl(value))
  return found
}

function nodeVersion(version: string): Diagnosis {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const fits = major > 20 || (major === 20 && minor >= 19)
  return fits
    ? { check: 'Node', state: 'ok', message: version }
    : { check: 'Node', state: 'wrong', message: `${version} 太旧，请安装 20.19 或更新的版本` }
}

/** Reports are due in January: a clock in the wrong year asks for the wrong reports. */
function clock(now: Date): Diagnosis {
  const shown = now.toLocaleString('zh-CN', { timeZone: 'Asia/Shanghai', hour12: false })
  return now.getUTCFullYear() < 2025
    ? { check: '时钟', state: 'wrong', message: `现在是 ${shown}（北京时间），明显不对，请校准系统时间` }
    : { check: '时钟', state: 'ok', message: `${shown}（北京时间）` }
}

function attempt<T>(
  check: string,
  read: () => T,
  fine: string,
): { readonly value: T | null; readonly diagnosis: Diagnosis } {
  try {
    return { value: read(), diagnosis: { check, state: 'ok', message: fine } }
  } catch (error) {
    if (!(error instanceof GongkaiError)) throw error
    return { value: null, diagnosis: { check, state: 'wrong', message: error.message } }
  }
}

function rosterFile(settings: Settings, terminal: Terminal): Diagnosis {
  const { value, diagnosis } = attempt(
    'gongkai.yaml',
    () => readRosterFile(settings.rosterFile, settings.rosterFileNamed, terminal.env),
    '',
  )
  if (value === null) return diagnosis
  if (value.agencies.length === 0 && value.groups.length === 0) {
    return { check: 'gongkai.yaml', state: 'notice', message: '没有名单，单位名称取自收到的年报标题' }
  }
  return {
    check: 'gongkai.yaml',
    state: 'ok',
    message: `${value.agencies.length} 个单位，${value.groups.length} 个群`,
  }
}

async function dataFolder(settings: Settings): Promise<Diagnosis> {
  const check = '数据目录'
  try {
    await mkdir(settings.dataDir, { recursive: true })
    await access(settings.dataDir, constants.R_OK | constants.W_OK)
    const disk = await statfs(settings.dataDir)
    const free = Math.floor((disk.bavail * disk.bsize) / 1024 / 1024)
    if (free < 200) {
      return { check, state: 'wrong', message: `${settings.dataDir} 只剩 ${free} MB，请清理到 200 MB 以上` }
    }
    if (networkFileSystems.has(disk.type)) {
      return {
        check,
        state: 'wrong',
        message: `${settings.dataDir} 在网络盘上，内置存储可能损坏，请用环境变量 DATA_DIR 换到本机磁盘`,
      }
    }
    return { check, state: 'ok', message: `${settings.dataDir}，可写，剩余 ${free} MB` }
  } catch (error) {
    const code = errorCode(error)
    return {
      check,
      state: 'wrong',
      message: `${settings.dataDir} 不能写（${code}），请检查权限，或用环境变量 DATA_DIR 换一个目录`,
    }
  }
}

/** Magic numbers of statfs: NFS, SMB, CIFS, SMB2. */
const networkFileSystems = new Set([0x6969, 0x517b, 0xff534d42, 0xfe534d42])

async function store(settings: Settings): Promise<Diagnosis> {
  const check = '存储'
  try {
    const opened = await openStore({
      dataDir: settings.dataDir,
      mongodbUri: settings.mongodbUri,
      mode: 'read',
    })
    try {
      await opened.ping()
      const { waiting, dead } = await opened.inboxDepth()
      const holdings = await opened.shelf.holdings()
      const engine = opened.engine === 'mongodb' ? 'MongoDB' : '内置存储'
      return {
        check,
        state: dead > 0 ? 'notice' : 'ok',
        message: `${engine}可用，已存 ${holdings.length} 个单位的年报，待处理消息 ${waiting} 条，处理失败 ${dead} 条`,
      }
    } finally {
      await opened.close()
    }
  } catch (error) {
    if (!(error instanceof GongkaiError)) throw error
    return { check, state: 'wrong', message: error.message }
  }
}

function port(settings: Settings): Promise<Diagnosis> {
  const check = '端口'
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', (error: NodeJS.ErrnoException) => {
      const place = `${settings.host}:${settings.port}`
      resolve(
        error.code === 'EADDRINUSE'
          ? {
              check,
              state: 'notice',
              message: `${place} 已有程序在用；如果不是正在运行的机器人，请用 PORT 换一个`,
            }
          : {
              check,
              state: 'wrong',
              message: `${place} 不能监听（${error.code ?? ''}），请检查 HOST 和 PORT`,
            },
      )
    })
    probe.listen(settings.port, settings.host, () => {
      probe.close(() => {
        resolve({ check, state: 'ok', message: `${settings.host}:${settings.port} 可用` })
      })
    })
  })
}

function publicUrl(settings: Settings): Diagnosis {
  return settings.publicUrl === null
    ? {
        check: '访问地址',
        state: 'notice',
        message: `没有设置 PUBLIC_URL，回复里的链接写作 http://localhost:${settings.port}，只有本机打得开`,
      }
    : { check: '访问地址', state: 'ok', message: settings.publicUrl }
}
