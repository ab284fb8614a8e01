import { describe, expect, test } from '@jest/globals'
import { group, heardOf, messageOf, shown } from './heard-of.ts'

describe('a quote', () => {
  const quoting = (repliedMsg: object | undefined, more: object = {}): object => ({
    ...group,
    msgtype: 'text',
    text: { content: ' 核对', isReplyMsg: true, repliedMsg },
    ...more,
  })
  const seen = { 'msgF==': [{ kind: 'file' as const, name: '年报.docx', code: 'cF' }] }

  test.each([
    [
      'of a file with its code',
      quoting({
        ...{ msgId: 'msgF==', msgType: 'file', senderId: 'x', createdAt: 1 },
        content: { fileName: '年报.docx', downloadCode: 'c1' },
      }),
      ['file 年报.docx quoted c1'],
    ],
    [
      'of a file whose content is a JSON string',
      quoting({ msgType: 'file', content: '{"fileName":"年报.docx","downloadCode":"c1"}' }),
      ['file 年报.docx quoted c1'],
    ],
    [
      'of a picture',
      quoting({ msgType: 'picture', content: { downloadCode: 'c1' } }),
      ['picture  quoted c1'],
    ],
    [
      'of a richText',
      quoting({
        msgType: 'richText',
        content: {
          richText: [
            { msgType: 'text', content: '看图' },
            { msgType: 'picture', downloadCode: 'c1' },
            { msgType: 'picture', downloadCode: 'c1' },
            { msgType: 'picture', downloadCode: 'c2' },
          ],
        },
      }),
      ['picture  quoted c1', 'picture  quoted c2'],
    ],
    ['by an id that is known', quoting({ msgId: 'msgF==' }), ['file 年报.docx quoted cF']],
    [
      'by an id that is known, of an unknown type',
      quoting({ msgId: 'msgF==', msgType: 'unknownMsgType' }),
      ['file 年报.docx quoted cF'],
    ],
    ['by originalMsgId alone', quoting(undefined, { originalMsgId: 'msgF==' }), ['file 年报.docx quoted cF']],
    [
      'by the older quoteMessage',
      quoting(undefined, { quoteMessage: { msgId: 'msgF==', msgtype: 'file' } }),
      ['file 年报.docx quoted cF'],
    ],
    [
      'of an unknown type that nobody knows',
      quoting({ msgId: 'other==', msgType: 'unknownMsgType' }),
      ['file  quoted lost'],
    ],
    ['of which nothing came along', quoting({ msgId: 'other==' }), ['file  quoted lost']],
    [
      'of a file without a code',
      quoting({ msgType: 'file', content: { fileName: '年报.docx' } }),
      ['file 年报.docx quoted lost'],
    ],
    ['of a message of the bot', quoting({ msgType: 'interactiveCard', content: { text: '结果' } }), []],
    ['of a text', quoting({ msgId: 'msgF==', msgType: 'text', content: { text: '上午的会' } }), []],
    ['by an id that nobody knows', quoting(undefined, { originalMsgId: 'other==' }), []],
  ])('%s', async (_, body, files) => {
    const message = await messageOf(body, seen)
    expect(message.attachments.map(shown)).toEqual(files)
    expect(message.text).toBe('核对')
  })

  test.each([
    [
      'a text, newer form',
      { text: { content: ' ', repliedMsg: { msgType: 'text', content: { text: '去年收到多少件' } } } },
    ],
    ['a text, older form', { text: { content: '' }, quoteMessage: { text: { content: '去年收到多少件' } } }],
    ['a text, oldest form', { text: { content: '' }, content: { quoteContent: '去年收到多少件' } }],
  ])('of %s without words of one’s own asks it again', async (_, parts) => {
    expect((await messageOf({ ...group, msgtype: 'text', ...parts })).text).toBe('去年收到多少件')
  })

  test('of more than a question is not asked again', async () => {
    const text = { content: ' ', repliedMsg: { msgType: 'text', content: { text: '通知'.repeat(101) } } }
    expect((await messageOf({ ...group, msgtype: 'text', text })).text).toBe('')
  })

  test('brings codes to remember, its own and the quoted', async () => {
    const heard = await heardOf(
      quoting({ msgId: 'msgF==', msgType: 'file', content: { fileName: 'a.docx', downloadCode: 'c1' } }),
    )
    expect(heard).toMatchObject({ codes: [{ messageId: 'msgF==', files: [{ code: 'c1', name: 'a.docx' }] }] })
  })
})
