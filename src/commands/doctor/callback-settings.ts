/** A callback address: how people call it, and the settings that its callbacks are verified by. */
export interface CallbackSettings {
  readonly name: string
  /** The variable of the Token or Client Secret, and what the console calls it. */
  readonly token: string
  readonly tokenTitle: string
  /** The variable of the EncodingAESKey; null where nothing is encrypted. */
  readonly key: string | null
}

/** By path. */
export const callbackSettings = {
  '/wecom/app': {
    name: '企业微信应用回调',
    ...{ token: 'WECOM_TOKEN', tokenTitle: 'Token', key: 'WECOM_AES_KEY' },
  },
  '/wecom/bot': {
    name: '智能机器人回调',
    ...{ token: 'WECOM_BOT_TOKEN', tokenTitle: 'Token', key: 'WECOM_BOT_AES_KEY' },
  },
  '/dingtalk/robot': {
    name: '钉钉回调',
    ...{ token: 'DINGTALK_CLIENT_SECRET', tokenTitle: 'Client Secret', key: null },
  },
} as const satisfies Readonly<Record<string, CallbackSettings>>

export type CallbackPath = keyof typeof callbackSettings

/** Whether it is one of the three. */
export function isCallbackPath(path: string): path is CallbackPath {
  return Object.hasOwn(callbackSettings, path)
}
