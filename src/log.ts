import type { Clock } from './clock.ts'
import { errorCode } from './errors.ts'

/** The fields a log line may have: no message text, no names, no URLs, no whole errors. */
export interface LogFields {
  readonly reference?: string
  readonly code?: string
  readonly reason?: string
  readonly platform?: string
  readonly route?: string
  readonly source?: string
  readonly method?: string
  readonly status?: number
  readonly rule?: string
  readonly state?: string
  readonly count?: number
  readonly bytes?: number
  readonly ms?: number
  readonly engine?: string
  readonly signal?: string
}

export type LogLevel = 'debug' | 'info' | 'warn' | 'error'

/** Structured log: one JSON line an event, on stderr. */
export type Log = Readonly<Record<LogLevel, (event: string, fields?: LogFields) => void>>

const rank: Readonly<Record<LogLevel, number>> = { debug: 0, info: 1, warn: 2, error: 3 }

/** A last net over what the allow-list let through: secrets in URLs, ID numbers, mobile numbers. */
function scrub(line: string): string {
  return line
    .replaceAll(/((?:access_token|key|secret|sign|ticket|t)=)[^&"\s]+/gi, '$1***')
    .replaceAll(/(?<!\d)\d{6}(?:19|20)\d{9}[\dXx](?!\d)/g, '[证件号]')
    .replaceAll(/(?<!\d)1[3-9]\d{9}(?!\d)/g, '[手机号]')
}

/** Writes lines of `level` and above through `write` (a line with its end). */
export function createLog(level: LogLevel, clock: Clock, write: (line: string) => void): Log {
  const at =
    (own: LogLevel) =>
    (event: string, fields: LogFields = {}): void => {
      if (rank[own] < rank[level]) return
      write(`${scrub(JSON.stringify({ time: clock().toISOString(), level: own, event, ...fields }))}\n`)
    }
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') }
}

/** What may be logged of an error: its code if it has one, else its class. Messages may carry secrets. */
export function codeOf(error: unknown): string {
  const code = errorCode(error)
  if (code !== '') return code
  return error instanceof Error ? error.name : typeof error
}

/** A log that says nothing, for commands that print to people. */
export const silentLog: Log = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
}
