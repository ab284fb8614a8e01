import path from 'node:path'
import { packageFolder } from '../package-folder.ts'
import { systemResolve } from '../platforms/outgoing/checked-lookup.ts'
import { readArguments, refuseWords } from './arguments.ts'
import type { Command } from './command.ts'
import { examine, type ExamineOptions } from './doctor/examine.ts'

const signs = { ok: '✓', notice: '·', wrong: '✗' } as const

/** `gongkai doctor` on this machine. */
export const doctor: Command = createDoctor({
  resolve: systemResolve,
  nodeVersion: process.versions.node,
  fontFolder: path.join(packageFolder, 'assets/fonts'),
})

/** `gongkai doctor`: looks at settings, store, machine and platforms; a line each, with what to mend. */
export function createDoctor(options: ExamineOptions): Command {
  return {
    name: 'doctor',
    summary: '检查配置、存储和运行环境，说明怎么改',
    help: `用法：gongkai doctor [--json]

逐项检查 Node 版本、环境变量、gongkai.yaml、数据目录、存储、端口、时钟和字体；接了企业微信或钉钉的，还检查接口、凭证、
可信 IP、可见范围、机器人编码、文件主机和回调地址。每项一行，有问题的说明怎么改；密钥最多显示末四位。
不修改任何内容，不发消息，可以在机器人运行时使用。

退出码：0 全部正常；2 有需要改的地方。`,
    run: async (args, terminal) => {
      const { values, positionals } = readArguments('doctor', args, {})
      refuseWords('doctor', positionals)
      const found = await examine(terminal, options)
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
}
