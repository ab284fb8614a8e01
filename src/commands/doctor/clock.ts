import { linesOf, type Diagnosis } from './diagnosis.ts'

const lines = linesOf('时钟')

/** How far the clock may be off before signatures, tokens and deadlines suffer. */
const tolerance = 5 * 60_000

/** Reports are due in January: a clock in the wrong year asks for the wrong reports. */
export function clock(now: Date): Diagnosis {
  const shown = now.toLocaleString('zh-CN', { timeZone: 'Asia/Shanghai', hour12: false })
  return now.getUTCFullYear() < 2025
    ? lines.wrong(`现在是 ${shown}（北京时间），明显不对，请校准系统时间`)
    : lines.ok(`${shown}（北京时间）`)
}

/** This machine's clock against the one of a platform, as its answer's `Date` header tells it. */
export function clockAgainst(who: string, theirs: string | null, now: Date): readonly Diagnosis[] {
  const time = theirs === null ? NaN : Date.parse(theirs)
  if (Number.isNaN(time)) return []
  const off = now.getTime() - time
  const seconds = Math.round(Math.abs(off) / 1000)
  if (Math.abs(off) <= tolerance) return [lines.ok(`和${who}相差 ${seconds} 秒`)]
  const span = seconds < 7200 ? `${Math.round(seconds / 60)} 分钟` : `${Math.round(seconds / 3600)} 小时`
  return [
    lines.wrong(
      `本机时钟比${who}${off > 0 ? '快' : '慢'} ${span}，签名和令牌会不对，请校准系统时间（如 timedatectl set-ntp true）`,
    ),
  ]
}
