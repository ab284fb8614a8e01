import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parseEnv } from 'node:util'
import { z } from 'zod'
import { ConfigError } from '../errors.ts'
import {
  platformProblems,
  platformSettings,
  platformVariables,
  type PlatformSettings,
} from './platform-settings.ts'

/** The settings that come from the environment, each with its default. */
export interface Settings extends PlatformSettings {
  readonly port: number
  readonly host: string
  /** How people reach the console, without a slash at the end; null: `http://localhost:PORT`. */
  readonly publicUrl: string | null
  /** Absolute path of the embedded store and the uploaded files. */
  readonly dataDir: string
  readonly mongodbUri: string | undefined
  /** Signs the console's links; null: made at first start and kept in the store. */
  readonly sessionSecret: string | null
  readonly logLevel: LogLevel
  /** Addresses and networks that may read /metrics, besides this machine. */
  readonly metricsFrom: readonly string[]
  /** By default on only while no platform is configured. */
  readonly sandbox: boolean
  /** Absolute path of gongkai.yaml; it need not exist unless it was named. */
  readonly rosterFile: string
  readonly rosterFileNamed: boolean
}

export type LogLevel = 'debug' | 'info' | 'warn' | 'error'

const unset = (value: unknown): unknown => (value === '' ? undefined : value)

const environment = z.object({
  PORT: z.preprocess(
    unset,
    z.coerce
      .number('应是 0 到 65535 的整数')
      .int('应是整数')
      .min(0, '不能小于 0')
      .max(65535, '不能大于 65535')
      .default(3000),
  ),
  HOST: z.preprocess(unset, z.string().default('127.0.0.1')),
  PUBLIC_URL: z.preprocess(
    unset,
    z
      .url({ protocol: /^https?$/, error: '应是 http:// 或 https:// 开头的网址' })
      .transform((url) => url.replace(/\/+$/, ''))
      .optional(),
  ),
  DATA_DIR: z.preprocess(unset, z.string().default('./data')),
  MONGODB_URI: z.preprocess(
    unset,
    z
      .string()
      .regex(/^mongodb(?:\+srv)?:\/\/.+/, '应以 mongodb:// 或 mongodb+srv:// 开头')
      .optional(),
  ),
  SESSION_SECRET: z.preprocess(unset, z.string().min(16, '至少要 16 个字符').optional()),
  METRICS_FROM: z.preprocess(
    unset,
    z
      .string()
      .transform((list) => list.split(/[,，\s]+/).filter((address) => address !== ''))
      .pipe(
        z.array(
          z.union(
            [z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()],
            '应是用逗号隔开的 IP 地址或网段，如 10.0.0.0/8',
          ),
        ),
      )
      .default([]),
  ),
  LOG_LEVEL: z.preprocess(
    unset,
    z.enum(['debug', 'info', 'warn', 'error'], '只能是 debug、info、warn、error 之一').default('info'),
  ),
  SANDBOX: z.preprocess(unset, z.enum(['on', 'off'], '只能是 on 或 off').optional()),
  GONGKAI_CONFIG: z.preprocess(unset, z.string().optional()),
  ...platformVariables,
})

/** Every variable that is read. */
export const variableNames: readonly string[] = Object.keys(environment.shape)

/**
 * Reads the environment, and a `.env` file in `cwd` under it (the environment wins).
 * Throws ConfigError that names every wrong variable at once; values are not repeated, some are secrets.
 */
export function readSettings(env: Readonly<Record<string, string | undefined>>, cwd: string): Settings {
  const raw: Readonly<Record<string, string>> = { ...readEnvFile(path.join(cwd, '.env')), ...defined(env) }
  const parsed = environment.safeParse(raw)
  const problems = [
    ...(parsed.error?.issues ?? []).map((issue) => `环境变量 ${variableOf(issue.path)}：${issue.message}`),
    ...platformProblems((name) => raw[name] !== undefined, raw),
  ]
  if (problems.length > 0 || !parsed.success) throw new ConfigError(problems)
  const values = parsed.data
  const platforms = platformSettings(values)
  const hasPlatform = platforms.wecom !== null || platforms.dingtalk !== null
  return {
    ...platforms,
    port: values.PORT,
    host: values.HOST,
    publicUrl: values.PUBLIC_URL ?? null,
    dataDir: path.resolve(cwd, values.DATA_DIR),
    mongodbUri: values.MONGODB_URI,
    sessionSecret: values.SESSION_SECRET ?? null,
    logLevel: values.LOG_LEVEL,
    metricsFrom: values.METRICS_FROM,
    sandbox: values.SANDBOX === undefined ? !hasPlatform : values.SANDBOX === 'on',
    ...rosterPlace(values.GONGKAI_CONFIG, cwd),
  }
}

/** One of a list is told by its place. */
function variableOf([name, index]: readonly PropertyKey[]): string {
  return typeof index === 'number' ? `${String(name)} 的第 ${index + 1} 项` : String(name)
}

/** Where gongkai.yaml lies, for a command that needs no other setting: a wrong PORT is none of its business. */
export function readRosterPlace(
  env: Readonly<Record<string, string | undefined>>,
  cwd: string,
): Pick<Settings, 'rosterFile' | 'rosterFileNamed'> {
  const { GONGKAI_CONFIG: named } = { ...readEnvFile(path.join(cwd, '.env')), ...defined(env) }
  return rosterPlace(named, cwd)
}

function rosterPlace(
  named: string | undefined,
  cwd: string,
): Pick<Settings, 'rosterFile' | 'rosterFileNamed'> {
  return {
    rosterFile: path.resolve(cwd, named ?? 'gongkai.yaml'),
    rosterFileNamed: named !== undefined,
  }
}

function defined(env: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).filter(
      (entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== '',
    ),
  )
}

function readEnvFile(file: string): Record<string, string> {
  if (!existsSync(file)) return {}
  return defined(parseEnv(readFileSync(file, 'utf8')))
}
