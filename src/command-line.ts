import type { Command, Terminal } from './commands/command.ts'
import { GongkaiError } from './errors.ts'
import { version } from './version.ts'

/** The commands, loaded one at a time: `check` must not pay for a server. */
const commands: Readonly<
  Record<string, { readonly summary: string; readonly load: () => Promise<Command> }>
> = {
  serve: {
    summary: '启动机器人（npm start 就是它）',
    load: async () => (await import('./commands/serve.ts')).serve,
  },
  check: {
    summary: '读取并核对年报文件，不保存',
    load: async () => (await import('./commands/check.ts')).check,
  },
  ask: {
    summary: '用中文提问，从已存的年报里回答',
    load: async () => (await import('./commands/ask.ts')).ask,
  },
  import: {
    summary: '把年报文件存进来，如同在群里上传',
    load: async () => (await import('./commands/import.ts')).importReports,
  },
  rules: {
    summary: '列出所有检查：编号、级别、内容、依据',
    load: async () => (await import('./commands/rules.ts')).rules,
  },
  doctor: {
    summary: '检查配置、存储和运行环境，说明怎么改',
    load: async () => (await import('./commands/doctor.ts')).doctor,
  },
}

function overview(): string {
  const width = Math.max(...Object.keys(commands).map((name) => name.length))
  const lines = Object.entries(commands).map(([name, { summary }]) => `  ${name.padEnd(width)}  ${summary}`)
  return `gongkai-bot ${version}：政府信息公开工作年度报告的核对助手

用法：gongkai 命令 [选项]

${lines.join('\n')}

每个命令都有 --help 和 --json。
退出码：0 完成；1 年报有错误（只有 check）；2 没做成，原因见标准错误的一行。
`
}

/** Runs one command line; gives the exit status. Never rejects. */
export async function runCommandLine(argv: readonly string[], terminal: Terminal): Promise<number> {
  const [name = '', ...args] = argv
  if (['', '--help', '-h', 'help'].includes(name)) {
    terminal.out(overview())
    return name === '' ? 2 : 0
  }
  if (name === '--version' || name === '-v') {
    terminal.out(`${version}\n`)
    return 0
  }
  const entry = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (entry === undefined) {
    terminal.err(`没有“${name}”这个命令。可用的命令见 gongkai --help\n`)
    return 2
  }
  try {
    return await runCommand(await entry.load(), args, terminal)
  } catch (error) {
    terminal.err(`${lineOf(error)}\n`)
    return 2
  }
}

function runCommand(command: Command, args: readonly string[], terminal: Terminal): Promise<0 | 1 | 2> {
  if (!args.includes('--help') && !args.includes('-h')) return command.run(args, terminal)
  terminal.out(`${command.help}\n`)
  return Promise.resolve(0)
}

/** One line that says what to mend. */
function lineOf(error: unknown): string {
  if (error instanceof GongkaiError) return error.message
  const what = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
  return `程序出错了，请把这一行发给管理员：${what.split('\n')[0] ?? ''}`
}
