const shanghai = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  ...{ year: 'numeric', month: 'numeric', day: 'numeric', hour: '2-digit', minute: '2-digit', hour12: false },
})

/** An instant as people here read it: `2026年1月15日 16:05`. */
export function shownTime(instant: Date): string {
  const parts = Object.fromEntries(shanghai.formatToParts(instant).map(({ type, value }) => [type, value]))
  return `${parts['year']}年${parts['month']}月${parts['day']}日 ${parts['hour']}:${parts['minute']}`
}

/** A day of ISO form as people here read it: `2024年1月1日`. */
export function shownDate(day: string): string {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})/.exec(day) ?? []
  return year === undefined ? day : `${year}年${Number(month)}月${Number(date)}日`
}

/** A file's size in words: `18 KB`, `1.2 MB`. */
export function shownSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`
  const kilobytes = bytes / 1024
  if (kilobytes < 1024) return `${Math.round(kilobytes)} KB`
  return `${(kilobytes / 1024).toFixed(1)} MB`
}
