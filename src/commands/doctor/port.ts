import { createServer } from 'node:net'
import type { Settings } from '../../config/settings.ts'
import { linesOf, type Diagnosis } from './diagnosis.ts'

const lines = linesOf('端口')

/** Whether the bot could listen; `isTaken` where somebody does already, the running bot perhaps. */
export function port({
  host,
  port: number,
}: Pick<Settings, 'host' | 'port'>): Promise<{ readonly found: Diagnosis; readonly isTaken: boolean }> {
  const place = `${host}:${number}`
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', ({ code = '' }: NodeJS.ErrnoException) => {
      const isTaken = code === 'EADDRINUSE'
      const found = isTaken
        ? lines.notice(`${place} 已有程序在用；如果不是正在运行的机器人，请用 PORT 换一个`)
        : lines.wrong(`${place} 不能监听（${code}），请检查 HOST 和 PORT`)
      resolve({ found, isTaken })
    })
    probe.listen(number, host, () => {
      probe.close(() => {
        resolve({ found: lines.ok(`${place} 可用`), isTaken: false })
      })
    })
  })
}
