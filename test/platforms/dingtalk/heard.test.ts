import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { readSessionRef } from '../../../src/platforms/dingtalk/refs.ts'
import { bot, group, heardOf, messageOf, now, shown, single } from './heard-of.ts'

describe('a message', () => {
  test('in a group has the group’s own id, its title, and the sender’s userid', async () => {
    const message = await messageOf({ ...group, msgtype: 'text', text: { content: ' 帮助 ' } })
    expect(message).toMatchObject({
      key: 'dingtalk:ding1:m1==',
      platform: 'dingtalk',
      conversation: { id: 'cidX==', kind: 'group', name: '填报群' },
      sender: { id: 'zhangsan', name: '张三' },
      text: '帮助',
      attachments: [],
      receivedAt: now,
    })
    expect(readSessionRef(message.replyRef)).toEqual({
      url: single.sessionWebhook,
      until: single.sessionWebhookExpiredTime,
    })
  })

  test('in a single chat is filed under the person', async () => {
    const message = await messageOf({ ...single, msgtype: 'text', text: { content: '帮助' } })
    expect(message.conversation).toEqual({ id: 'dingtalk:zhangsan', kind: 'single', name: null })
  })

  test('without a session is answered by ids alone', async () => {
    const body = { ...single, sessionWebhook: undefined }
    expect(await messageOf({ ...body, msgtype: 'text', text: { content: '帮助' } })).not.toHaveProperty(
      'replyRef',
    )
  })
})

describe('the text', () => {
  const two = [bot, { dingtalkId: '$:LWCP_v1:$c', staffId: 'lisi' }]
  test.each([
    ['loses the blanks around it', { ...group, text: { content: '  核对一下 ' } }, '核对一下'],
    [
      'loses a mention of the bot that a client left',
      { ...group, text: { content: '@公开助手 帮助' } },
      '帮助',
    ],
    [
      'loses the mentions of others',
      { ...group, atUsers: two, text: { content: ' @李四 区科技局收到多少件' } },
      '区科技局收到多少件',
    ],
    [
      'keeps an @ that is no mention',
      { ...group, text: { content: '发到 a@b.cn 可以吗' } },
      '发到 a@b.cn 可以吗',
    ],
    ['of a single chat stays whole', { ...single, text: { content: '@所有人 帮助' } }, '@所有人 帮助'],
  ])('%s', async (_, body, text) => {
    expect((await messageOf({ ...body, msgtype: 'text' })).text).toBe(text)
  })

  test('of a voice message is what was heard', async () => {
    const content = { downloadCode: 'c', recognition: '去年收到多少件', duration: 3000 }
    expect(await messageOf({ ...single, msgtype: 'audio', content })).toMatchObject({
      text: '去年收到多少件',
      attachments: [],
    })
  })
})

describe('files of the message itself', () => {
  test.each([
    [
      'a file',
      { msgtype: 'file', content: { spaceId: '1', fileId: '2', fileName: '年报.docx', downloadCode: 'c1' } },
      ['file 年报.docx sent c1'],
      '',
    ],
    [
      'a file whose content is a JSON string',
      { msgtype: 'file', content: '{"fileName":"年报.docx","downloadCode":"c1"}' },
      ['file 年报.docx sent c1'],
      '',
    ],
    [
      'a file whose name is nothing but dots',
      { msgtype: 'file', content: { fileName: '..', downloadCode: 'c1' } },
      ['file  sent c1'],
      '',
    ],
    [
      'a file with such a name and without a code',
      { msgtype: 'file', content: { fileName: '..' } },
      ['file  sent lost'],
      '',
    ],
    [
      'a file without a code',
      { msgtype: 'file', content: { fileName: '年报.docx' } },
      ['file 年报.docx sent lost'],
      '',
    ],
    [
      'a picture, by the code that works',
      { msgtype: 'picture', content: { downloadCode: 'c1', pictureDownloadCode: 'p1' } },
      ['picture  sent c1'],
      '',
    ],
    [
      'a richText of several pieces',
      {
        msgtype: 'richText',
        content: {
          richText: [
            { type: 'at', atName: '公开助手', atUserId: 'x' },
            { text: '核对' },
            { text: '\n' },
            { type: 'picture', downloadCode: 'c1', pictureDownloadCode: 'p1' },
            { text: '这两页' },
            { type: 'picture', downloadCode: 'c2' },
            null,
          ],
        },
      },
      ['picture  sent c1', 'picture  sent c2'],
      '核对\n这两页',
    ],
    ['a video: nothing to read', { msgtype: 'video', content: { downloadCode: 'c1' } }, [], ''],
    ['an unknown type', { msgtype: 'unknownMsgType', content: { unknownMsgType: '暂不支持' } }, [], ''],
    ['a card', { msgtype: 'interactiveCard', content: { biz_custom_action_url: 'x' } }, [], ''],
    ['a forwarded talk', { msgtype: 'chatRecord', content: { summary: '…', chatRecord: '[]' } }, [], ''],
  ])('%s', async (_, parts, files, text) => {
    const message = await messageOf({ ...single, ...parts })
    expect(message.attachments.map(shown)).toEqual(files)
    expect(message.text).toBe(text)
  })
})

describe('what the bot cannot work on', () => {
  const stranger = { ...group, senderStaffId: undefined }

  test('a person without a userid is told so, by the session', async () => {
    const heard = await heardOf({ ...stranger, msgtype: 'text', text: { content: '帮助' } })
    expect(heard).toMatchObject({ kind: 'notice', about: 'no_identity', messageKey: 'dingtalk:ding1:m1==' })
  })

  test('a message that DingTalk kept to itself is answered', async () => {
    const heard = await heardOf({
      ...group,
      msgtype: 'text',
      errorCode: 20001,
      errorMessage: '受调用量超量影响',
    })
    expect(heard).toMatchObject({ kind: 'notice', about: 'not_passed_on' })
  })

  test.each([
    ['an error without a message', { errorCode: '20001', errorMessage: '受调用量超量影响' }, 'nothing'],
    ['a stranger without a session', { ...stranger, sessionWebhook: '' }, 'nothing'],
    ['a body without a message id', { ...group, msgId: '' }, 'malformed'],
    ['a group without an id', { ...group, conversationId: undefined }, 'malformed'],
    ['an empty object', {}, 'malformed'],
  ])('%s is no message', async (_, body, kind) => {
    expect((await heardOf(body)).kind).toBe(kind)
  })

  test('bodies of any shape are heard without a fault', async () => {
    const field = fc.constantFrom(
      ...['msgtype', 'text', 'content', 'msgId', 'atUsers', 'conversationType', 'quoteMessage'],
      ...['senderStaffId', 'sessionWebhook', 'sessionWebhookExpiredTime', 'originalMsgId', 'errorMessage'],
    )
    const inner = fc.oneof(
      fc.jsonValue(),
      fc.record({ content: fc.jsonValue(), repliedMsg: fc.jsonValue(), richText: fc.jsonValue() }),
      fc.constantFrom('text', 'richText', 'file', 'picture', 'audio'),
    )
    await fc.assert(
      fc.asyncProperty(fc.dictionary(field, inner), async (parts) => {
        const heard = await heardOf({ ...group, ...parts })
        expect(['message', 'notice', 'nothing', 'malformed']).toContain(heard.kind)
      }),
      { seed: 20260112, numRuns: 500 },
    )
  })
})
