import { describe, expect, test } from '@jest/globals'
import { CallbackDriver } from '../../fakes/wecom/callback-driver.ts'
import { WecomCipher } from '../../fakes/wecom/wecom-cipher.ts'
import { aServer } from '../outgoing/a-server.ts'
import { botAesKey, botToken } from './wecom-house.ts'

const cipher = new WecomCipher(botToken, botAesKey)
const message = { msgid: '1', msgtype: 'text', text: { content: '帮助' } }
const poll = { ...message, msgtype: 'stream', stream: { id: 's' } }
const event = (eventtype: string): Readonly<Record<string, unknown>> => ({
  ...{ msgid: '1', msgtype: 'event', event: { eventtype } },
})
const stream = (parts: Readonly<Record<string, unknown>> = {}): unknown => ({
  msgtype: 'stream',
  stream: { id: 's', finish: false, content: '收到', ...parts },
})
const ended = (content: string): unknown => stream({ finish: true, content })
const text = { msgtype: 'text', text: { content: '您好' } }
const card = { msgtype: 'template_card', template_card: { card_type: 'text_notice' } }

/** Has a program that answers every callback so called as the platform calls it. */
async function called(callback: Readonly<Record<string, unknown>>, answer: unknown): Promise<unknown> {
  const server = await aServer(({ url = '' }, response) => {
    const nonce = new URL(url, 'http://x').searchParams.get('nonce') ?? ''
    const encrypt = cipher.encrypt(JSON.stringify(answer), '')
    const msgsignature = cipher.sign('1700000000', nonce, encrypt)
    response.end(
      answer === null ? '' : JSON.stringify({ encrypt, msgsignature, timestamp: 1700000000, nonce }),
    )
  })
  const driver = new CallbackDriver({
    ...{ url: `${server.base}/wecom/bot`, token: botToken, aesKey: botAesKey, receiveId: '' },
    now: () => new Date(),
  })
  try {
    return await driver.call(callback)
  } finally {
    await server.close()
  }
}

describe('the fake platform takes', () => {
  test.each([
    ['an open stream as the answer to a message', message, stream()],
    ['an open stream without text', message, stream({ content: '' })],
    ['a finished one', message, ended('好')],
    ['20,480 bytes', message, ended(`${'数'.repeat(6_826)}xx`)],
    ['nothing', message, null],
    ['a card', message, card],
    ['the same stream’s next frame', poll, ended('好')],
    ['a text to enter_chat', event('enter_chat'), text],
    ['nothing to an event', event('feedback_event'), null],
    [
      'a card’s update',
      event('template_card_event'),
      { response_type: 'update_template_card', template_card: {} },
    ],
  ])('%s', async (_, callback, answer) => {
    expect(await called(callback, answer)).toEqual(answer)
  })
})

describe('the fake platform refuses', () => {
  test.each([
    ['a frame that is too long', message, ended('x'.repeat(20_481)), '20481 bytes'],
    ['one whose characters are few, and bytes many', message, ended('数'.repeat(7_000)), '21000 bytes'],
    ['a next frame that is too long', poll, stream({ content: 'x'.repeat(30_000) }), '30000 bytes'],
    ['an end without text', message, ended(''), 'nothing to see'],
    ['an end of blanks', poll, ended(' \n\u200b\u3000'), 'nothing to see'],
    ['a text as the answer to a message', message, text, 'text as the answer'],
    ['markdown', message, { msgtype: 'markdown', markdown: { content: 'x' } }, 'markdown as the answer'],
    ['a stream without id', message, stream({ id: '' }), 'without id'],
    ['anything but a stream as the next frame', poll, card, 'no stream'],
    ['nothing as the next frame', poll, null, 'no stream'],
    ['the frame of another stream', poll, stream({ id: 'other' }), 'another stream'],
    ['finish that is no truth value', message, stream({ finish: 'true' }), 'wrong type'],
    ['a picture before the end', message, stream({ msg_item: [] }), 'msg_item'],
    ['a stream to enter_chat', event('enter_chat'), stream(), 'enter_chat'],
    ['a text to another event', event('feedback_event'), text, 'takes none'],
    ['a text to a card’s event', event('template_card_event'), text, 'no update'],
  ])('%s', async (_, callback, answer, why) => {
    await expect(called(callback, answer)).rejects.toThrow(why)
  })
})
