import { z } from 'zod'

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
  DOWNLOAD_HOSTS: z.preprocess(
    unset,
    z
      .string()
      .transform((list) => list.split(/[,，\s]+/).filter((host) => host !== ''))
      .pipe(z.array(z.string().toLowerCase().regex(hostPattern(), '应是用逗号隔开的 host 或 host:port')))
      .default([]),
  ),
}

function hostPattern(): RegExp {
  return /^(?:[a-z0-9_-]+(?:\.[a-z0-9_-]+)*|\[[0-9a-f:.]+\])(?::\d{1,5})?$/
}

type Values = z.infer<z.ZodObject<typeof platformVariables>>

/** What the variables say together, and what is wrong with them together, one line each. */
export function platformSettings(values: Values): {
  readonly settings: PlatformSettings
  readonly problems: readonly string[]
} {
  const problems: string[] = []
  return {
    settings: {
      wecom: wecomSettings(values, problems),
      dingtalk: dingtalkSettings(values, problems),
      downloadHosts: values.DOWNLOAD_HOSTS,
    },
    problems,
  }
}

function wecomSettings(values: Values, problems: string[]): WecomSettings | null {
  const app = wecomApp(values, problems)
  const bot = wecomBot(values, problems)
  if (app === null && bot === null) return null
  return { corpId: values.WECOM_CORP_ID ?? null, app, bot, apiBase: values.WECOM_API_BASE }
}

function wecomApp(values: Values, problems: string[]): WecomAppSettings | null {
  const { WECOM_AGENT_ID: agentId, WECOM_SECRET: secret, WECOM_TOKEN: token, WECOM_AES_KEY: aesKey } = values
  const own = {
    WECOM_AGENT_ID: agentId,
    WECOM_SECRET: secret,
    WECOM_TOKEN: token,
    WECOM_AES_KEY: aesKey,
  }
  if (Object.values(own).every((value) => value === undefined)) return null
  const all = { WECOM_CORP_ID: values.WECOM_CORP_ID, ...own }
  if (isIncomplete('企业微信自建应用', all, problems)) return null
  if (agentId === undefined || secret === undefined || token === undefined || aesKey === undefined)
    return null
  return { agentId, secret, token, aesKey }
}

function wecomBot(values: Values, problems: string[]): WecomBotSettings | null {
  const { WECOM_BOT_ID: botId, WECOM_BOT_TOKEN: token, WECOM_BOT_AES_KEY: aesKey } = values
  if (values.WECOM_BOT_SECRET !== undefined) {
    problems.push(
      '环境变量 WECOM_BOT_SECRET：这个版本还不支持长连接，请改用回调方式（WECOM_BOT_TOKEN、WECOM_BOT_AES_KEY）',
    )
    return null
  }
  if (botId === undefined && token === undefined && aesKey === undefined) return null
  const all = { WECOM_BOT_ID: botId, WECOM_BOT_TOKEN: token, WECOM_BOT_AES_KEY: aesKey }
  if (isIncomplete('企业微信智能机器人', all, problems)) return null
  if (botId === undefined || token === undefined || aesKey === undefined) return null
  return { botId, token, aesKey, name: values.WECOM_BOT_NAME ?? null }
}

function dingtalkSettings(values: Values, problems: string[]): DingtalkSettings | null {
  const { DINGTALK_CLIENT_ID: clientId, DINGTALK_CLIENT_SECRET: clientSecret } = values
  const robotCode = values.DINGTALK_ROBOT_CODE ?? clientId
  if (clientId === undefined && clientSecret === undefined && values.DINGTALK_ROBOT_CODE === undefined)
    return null
  const all = { DINGTALK_CLIENT_ID: clientId, DINGTALK_CLIENT_SECRET: clientSecret }
  if (isIncomplete('钉钉机器人', all, problems)) return null
  if (clientId === undefined || clientSecret === undefined || robotCode === undefined) return null
  if (values.DINGTALK_MODE === 'stream') {
    problems.push('环境变量 DINGTALK_MODE：这个版本还不支持 stream，请设为 http')
    return null
  }
  return {
    ...{ clientId, clientSecret, robotCode },
    apiBase: values.DINGTALK_API_BASE,
    oapiBase: values.DINGTALK_OAPI_BASE,
  }
}

/** Half of a platform's variables is a mistake that would show only when the first message gets no answer. */
function isIncomplete(
  what: string,
  variables: Readonly<Record<string, unknown>>,
  problems: string[],
): boolean {
  const missing = Object.keys(variables).filter((name) => variables[name] === undefined)
  if (missing.length > 0) problems.push(`${what}少设了环境变量 ${missing.join('、')}`)
  return missing.length > 0
}
