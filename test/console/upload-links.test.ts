import { expect, test } from '@jest/globals'
import { createUploadLinks } from '../../src/console/upload-links.ts'
import { aMessage } from '../a-message.ts'

const asked = aMessage({
  key: 'wecom:bot:AIBOT1:m1',
  platform: 'wecom',
  conversation: { id: 'wrKJ', kind: 'group', name: '填报群' },
  sender: { id: 'zhangsan', name: '张三' },
  text: '上传年报',
  receivedAt: new Date('2026-01-12T02:00:00Z'),
  replyRef: '{"responseUrl":"https://qyapi.weixin.qq.com/secret"}',
})

function links(now: string) {
  const clock = (): Date => new Date(now)
  return createUploadLinks({ secret: 'sixteen letters!', publicUrl: () => 'https://bot.gov.cn', clock })
}

test('a link names no person, no group and no way back, as the logs of a proxy keep it', () => {
  const link = links('2026-01-12T02:00:00Z').make(asked)
  const [payload = ''] = link.split('/').at(-1)?.split('.') ?? []
  const said = `${link} ${Buffer.from(payload, 'base64url').toString('utf8')}`
  for (const secret of ['zhangsan', '张三', 'wrKJ', '填报群', '上传', 'secret'])
    expect(said).not.toContain(secret)
})

test.each([
  ['2026-01-12T02:09:59Z', 'valid'],
  ['2026-01-12T02:10:00Z', 'expired'],
  ['2026-01-12T02:39:59Z', 'expired'],
  ['2026-01-12T02:40:00Z', 'invalid'],
])('at %s it is %s', (now, kind) => {
  const [token = ''] = links('2026-01-12T02:00:00Z').make(asked).split('/').slice(-1)
  expect(links(now).check(token).kind).toBe(kind)
  expect(links(now).check(`${token}x`).kind).toBe('invalid')
})
