/** Times as a chat shows them, always by the clock of Shanghai. */

const zone = 'Asia/Shanghai'
const clock = new Intl.DateTimeFormat('zh-CN', {
  timeZone: zone,
  hour: '2-digit',
  minute: '2-digit',
  hour12: false,
})
const date = new Intl.DateTimeFormat('zh-CN', {
  timeZone: zone,
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
})

const day = 24 * 60 * 60 * 1000

/**
 * `16:05`, `昨天 16:05`, `1月15日 16:05`, `2025年1月15日 16:05`.
 * @param {string} at
 */
export function longTime(at) {
  const name = dayName(new Date(at))
  return `${name === '' ? '' : `${name} `}${clock.format(new Date(at))}`
}

/**
 * `16:05` today, else the day alone.
 * @param {string} at
 */
export function shortTime(at) {
  return dayName(new Date(at)) || clock.format(new Date(at))
}

/** @param {Date} instant */
function dayName(instant) {
  const now = new Date()
  const [today, yesterday, its] = [now, new Date(now.getTime() - day), instant].map((one) => date.format(one))
  if (its === today) return ''
  if (its === yesterday) return '昨天'
  const parts = Object.fromEntries(date.formatToParts(instant).map(({ type, value }) => [type, value]))
  const sameYear = date.formatToParts(now).some(({ type, value }) => type === 'year' && value === parts.year)
  return `${sameYear ? '' : `${parts.year}年`}${parts.month}月${parts.day}日`
}

/**
 * `18 KB`, `1.2 MB`.
 * @param {number} bytes
 */
export function sizeInWords(bytes) {
  if (bytes < 1024) return `${bytes} B`
  const kilobytes = bytes / 1024
  return kilobytes < 1024 ? `${Math.round(kilobytes)} KB` : `${(kilobytes / 1024).toFixed(1)} MB`
}
