import { expect, test } from '@jest/globals'
import type { WecomAppSettings } from '../../../src/config/platform-settings.ts'
import { silentLog } from '../../../src/log.ts'
import type { Address } from '../../../src/platforms/platform.ts'
import { createWecom } from '../../../src/platforms/wecom/index.ts'
import { writeReplyRef, type ReplyRef } from '../../../src/platforms/wecom/reply-ref.ts'
import { sharedMarks } from '../../shared-marks.ts'
import { aesKey, corpId, token } from './secrets.ts'

const at = new Date('2026-01-12T01:00:00Z').getTime()
const app: WecomAppSettings = { agentId: 1, secret: 's', token, aesKey }

function answersUntil(conversationId: string, ref: ReplyRef, withApp: boolean): string | null {
  const wecom = createWecom({
    settings: {
      corpId,
      app: withApp ? app : null,
      bot: { botId: 'AIB', name: null, token, aesKey },
      apiBase: 'http://127.0.0.1:9',
    },
    desk: { collect: () => Promise.resolve({ kind: 'unknown' }), take: () => Promise.resolve([]) },
    files: { put: () => Promise.resolve(''), get: () => Promise.resolve(null), link: () => '' },
    webhooks: [{ groupName: '联络群', conversationId: 'wrROBOT', key: 'KEY' }],
    ...{ downloadHosts: [], welcome: { title: '', markdown: '' }, marks: sharedMarks() },
    ...{ clock: () => new Date(at), log: silentLog, onTokenRefresh: () => undefined },
    ...{ onRefused: () => undefined, onVerified: () => undefined },
  })
  const to: Address = {
    ...{ platform: 'wecom', conversationId, conversationKind: 'group', userId: 'zhangsan' },
    ref: writeReplyRef(ref),
  }
  return wecom.answersUntil?.(to)?.toISOString() ?? null
}

const byUrl: ReplyRef = { way: 'bot', messageId: 'm', at, responseUrl: 'https://qyapi.weixin.qq.com/x' }
const byStream: ReplyRef = { ...byUrl, responseUrl: null }

test.each<[string, string, ReplyRef, boolean, string | null]>([
  ['as long as response_url lives', 'wrGROUP', byUrl, false, '2026-01-12T01:59:00.000Z'],
  [
    'as long as its stream asks, where it brought none',
    'wrGROUP',
    byStream,
    false,
    '2026-01-12T01:05:30.000Z',
  ],
  ['at any time where the app answers', 'wrGROUP', byUrl, true, null],
  ['at any time where the group has a robot', 'wrROBOT', byUrl, false, null],
  ['at any time where it came by the app', 'wecom:app:zhangsan', { way: 'app' }, true, null],
])('a message can be answered %s', (_, conversationId, ref, withApp, until) => {
  expect(answersUntil(conversationId, ref, withApp)).toBe(until)
})
