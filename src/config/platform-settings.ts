import { z } from 'zod'
import { downloadHost } from './download-host.ts'

/** The self-built app of WeChat Work (企业微信自建应用). */
export interface WecomAppSettings {
  readonly agentId: number
  readonly secret: string
  readonly token: string
  /** 43 base64 characters. */
  readonly aesKey: string
}

/** The 智能机器人 of WeChat Work, in callback mode. */
export interface WecomBotSettings {
  readonly botId: string
  readonly token: string
  readonly aesKey: string
  /** The name people type after @; null: the first `@…` is taken off. */
  readonly name: string | null
}

export interface WecomSettings {
  /** Null only where there is no app: the bot alone can do without. */
  readonly corpId: string | null
  readonly app: WecomAppSettings | null
  readonly bot: WecomBotSettings | null
  /** Where the API lives, without a slash at the end; may have a path prefix. */
  readonly apiBase: string
}

/** DingTalk's robot of an internal app, in HTTP mode. */
export interface DingtalkSettings {
  readonly clientId: string
  readonly clientSecret: string
  readonly robotCode: string
  readonly apiBase: string
  readonly oapiBase: string
}

export interface PlatformSettings {
  readonly wecom: WecomSettings | null
  readonly dingtalk: DingtalkSettings | null
  /** Further `host` or `host:port` that files may be fetched from, lower-case. */
  readonly downloadHosts: readonly string[]
}

const unset = (value: unknown): unknown => (value === '' ? undefined : value)
const text = z.preprocess(unset, z.string().optional())
const token = z.preprocess(
  unset,
  z
    .string()
    .regex(/^[A-Za-z0-9]{3,32}$/, '应是 3 到 32 位字母或数字，和管理后台里的 Token 一致')
    .optional(),
)
const aesKey = z.preprocess(
  unset,
  z
    .string()
    .regex(/^[A-Za-z0-9+/]{43}$/, '应是 43 位字母、数字（或 + /），和管理后台里的 EncodingAESKey 一致')
    .optional(),
)
const base = (fallback: string): z.ZodType<string> =>
  z.preprocess(
    unset,
    z
      .url({ protocol: /^https?$/, error: '应是 http:// 或 https:// 开头的网址' })
      .transform((url) => url.replace(/\/+$/, ''))
      .default(fallback),
  )

/** The variables of the platforms, each checked by itself. */
export const platformVariables = {
  WECOM_CORP_ID: text,
  WECOM_AGENT_ID: z.preprocess(unset, z.coerce.number('应是数字').int('应是整数').optional()),
  WECOM_SECRET: text,
  WECOM_TOKEN: token,
  WECOM_AES_KEY: aesKey,
  WECOM_BOT_ID: text,
  WECOM_BOT_TOKEN: token,
  WECOM_BOT_AES_KEY: aesKey,
  WECOM_BOT_SECRET: text,
  WECOM_BOT_NAME: text,
  WECOM_API_BASE: base('https://qyapi.weixin.qq.com'),
  DINGTALK_CLIENT_ID: text,
  DINGTALK_CLIENT_SECRET: text,
  DINGTALK_ROBOT_CODE: text,
  DINGTALK_MODE: z.preprocess(unset, z.enum(['http', 'stream'], '只能是 http 或 stream').default('http')),
  DINGTALK_API_BASE: base('https://api.dingtalk.com'),
  DINGTALK_OAPI_BASE: base('https://oapi.dingtalk.com'),
  DOWNLOAD_HOSTS: z.preprocess(unset, z.string().transform(downloadHosts).default([])),
}

function downloadHosts(list: string, context: z.RefinementCtx): string[] {
  const entries = list.split(/[,，、;；\s]+/).filter((entry) => entry !== '')
  return entries.flatMap((entry, index) => {
    const read = downloadHost(entry)
    if ('host' in read) return [read.host]
    context.addIssue({ code: 'custom', path: [index], message: read.problem })
    return []
  })
}

type Values = z.infer<z.ZodObject<typeof platformVariables>>
type Name = keyof typeof platformVariables

/** A way of a platform: half of its variables is a mistake that would show only when the first message gets no answer. */
const wholes: readonly {
  readonly what: string
  /** Any of these set: it is wanted. */
  readonly wanted: readonly Name[]
  readonly needed: readonly Name[]
}[] = [
  {
    what: '企业微信自建应用',
    wanted: ['WECOM_AGENT_ID', 'WECOM_SECRET', 'WECOM_TOKEN', 'WECOM_AES_KEY'],
    needed: ['WECOM_CORP_ID', 'WECOM_AGENT_ID', 'WECOM_SECRET', 'WECOM_TOKEN', 'WECOM_AES_KEY'],
  },
  {
    what: '企业微信智能机器人',
    wanted: ['WECOM_BOT_ID', 'WECOM_BOT_TOKEN', 'WECOM_BOT_AES_KEY'],
    needed: ['WECOM_BOT_ID', 'WECOM_BOT_TOKEN', 'WECOM_BOT_AES_KEY'],
  },
  {
    what: '钉钉机器人',
    wanted: ['DINGTALK_CLIENT_ID', 'DINGTALK_CLIENT_SECRET', 'DINGTALK_ROBOT_CODE'],
    needed: ['DINGTALK_CLIENT_ID', 'DINGTALK_CLIENT_SECRET'],
  },
]

/** What the variables ask for that this program cannot do, or cannot do with what is set; one line each. */
export function platformProblems(
  isSet: (name: Name) => boolean,
  values: { readonly DINGTALK_MODE?: string | undefined },
): readonly string[] {
  const problems: string[] = []
  if (isSet('WECOM_BOT_SECRET')) {
    problems.push(
      '环境变量 WECOM_BOT_SECRET：这个版本还不支持长连接，请改用回调方式（WECOM_BOT_TOKEN、WECOM_BOT_AES_KEY）',
    )
  }
  for (const { what, wanted, needed } of wholes) {
    if (!wanted.some(isSet) || (isSet('WECOM_BOT_SECRET') && needed.includes('WECOM_BOT_ID'))) continue
    const missing = needed.filter((name) => !isSet(name))
    if (missing.length > 0) problems.push(`${what}少设了环境变量 ${missing.join('、')}`)
  }
  if (values.DINGTALK_MODE === 'stream' && isSet('DINGTALK_CLIENT_ID'))
    problems.push('环境变量 DINGTALK_MODE：这个版本还不支持 stream，请设为 http')
  return problems
}

/** What the variables say together; a way that is not whole is off (platformProblems names it). */
export function platformSettings(values: Values): PlatformSettings {
  return {
    wecom: wecomSettings(values),
    dingtalk: dingtalkSettings(values),
    downloadHosts: values.DOWNLOAD_HOSTS,
  }
}

function wecomSettings(values: Values): WecomSettings | null {
  const app = wecomApp(values)
  const bot = wecomBot(values)
  if (app === null && bot === null) return null
  return { corpId: values.WECOM_CORP_ID ?? null, app, bot, apiBase: values.WECOM_API_BASE }
}

function wecomApp(values: Values): WecomAppSettings | null {
  const { WECOM_AGENT_ID: agentId, WECOM_SECRET: secret, WECOM_TOKEN: token, WECOM_AES_KEY: aesKey } = values
  if (agentId === undefined || secret === undefined || token === undefined || aesKey === undefined)
    return null
  return { agentId, secret, token, aesKey }
}

function wecomBot(values: Values): WecomBotSettings | null {
  const { WECOM_BOT_ID: botId, WECOM_BOT_TOKEN: token, WECOM_BOT_AES_KEY: aesKey } = values
  if (botId === undefined || token === undefined || aesKey === undefined) return null
  return { botId, token, aesKey, name: values.WECOM_BOT_NAME ?? null }
}

function dingtalkSettings(values: Values): DingtalkSettings | null {
  const { DINGTALK_CLIENT_ID: clientId, DINGTALK_CLIENT_SECRET: clientSecret } = values
  if (clientId === undefined || clientSecret === undefined) return null
  return {
    ...{ clientId, clientSecret, robotCode: values.DINGTALK_ROBOT_CODE ?? clientId },
    apiBase: values.DINGTALK_API_BASE,
    oapiBase: values.DINGTALK_OAPI_BASE,
  }
}
