import { startApp, type App } from '../app.ts'
import { readRosterFile } from '../config/roster-file.ts'
import { readSettings } from '../config/settings.ts'
import { createLog } from '../log.ts'
import { readArguments, refuseWords } from './arguments.ts'
import type { Command, Terminal } from './command.ts'

/** `gongkai serve`: runs the bot until it is asked to stop. */
export const serve: Command = {
  name: 'serve',
  summary: '启动机器人（npm start 就是它）',
  help: `用法：gongkai serve [--json]

启动机器人。没有配置平台时打开网页沙盒：在浏览器里模拟群聊，发年报、提问题。
设置用环境变量或 .env 文件，名单用 gongkai.yaml；见 README。
启动后在标准输出打印一行地址；日志写到标准错误，每行一个 JSON。按 Ctrl+C 停止。`,
  run: async (args, terminal) => {
    const { values, positionals } = readArguments('serve', args, {})
    refuseWords('serve', positionals)
    const settings = readSettings(terminal.env, terminal.cwd)
    const roster = readRosterFile(settings.rosterFile, settings.rosterFileNamed, terminal.env)
    const log = createLog(settings.logLevel, terminal.clock, terminal.err)
    const app = await startApp({ settings, roster, clock: terminal.clock, log })
    const address = app.sandboxUrl ?? app.url
    terminal.out(
      values.json === true
        ? `${JSON.stringify({ address })}\n`
        : settings.sandbox
          ? `机器人已启动，请用浏览器打开 ${address}\n`
          : `机器人已启动：${address}\n`,
    )
    if (settings.publicUrl === null && !isLoopback(settings.host)) {
      terminal.err(`提醒：没有设置 PUBLIC_URL，回复里的链接写作 ${app.url}，别的电脑打不开\n`)
    }
    if (settings.publicUrl === null && (settings.wecom !== null || settings.dingtalk !== null)) {
      terminal.err(
        '提醒：接入了工作群，但没有设置 PUBLIC_URL：回复里的链接打不开，从反向代理转来的回调也会被拒绝（421）\n',
      )
    }
    log.info('stopping', { signal: await terminal.stopped() })
    return endInTime(app, terminal)
  },
}

/** Whether only this machine can reach the address. */
function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host.startsWith('127.')
}

/** The usual grace of a container is 10 s; what was acknowledged is safe, so a hanging database must not use it up. */
const stopTime = 8_000

/** Stops the bot; at the deadline, or when somebody asks a second time, the process ends with 1. */
async function endInTime(app: App, terminal: Terminal): Promise<0> {
  const giveUp = (): void => {
    terminal.err('没能正常停止，已强行结束；收下的消息不会丢，下次启动接着处理\n')
    terminal.exit(1)
  }
  const timer = setTimeout(giveUp, stopTime)
  void terminal.stopped().then(giveUp)
  await app.stop()
  clearTimeout(timer)
  return 0
}
