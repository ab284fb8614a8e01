import { expect, test } from '@jest/globals'
import { silentLog } from '../../../src/log.ts'
import type { CodedFile } from '../../../src/platforms/dingtalk/quote.ts'
import { createSeenFiles } from '../../../src/platforms/dingtalk/seen-files.ts'

const files: readonly CodedFile[] = [{ kind: 'file', name: '年报.docx', code: 'c1' }]

/** The first value holds, as in the store. */
function settling(): (name: string, value: string) => Promise<string> {
  const kept = new Map<string, string>()
  return (name, value) => {
    const holds = kept.get(name) ?? value
    kept.set(name, holds)
    return Promise.resolve(holds)
  }
}

test.each([
  ['its sender, elsewhere', { conversationId: 'cidGroup', senderId: 'wang' }, files],
  ['others, where it was sent', { conversationId: 'dingtalk:wang', senderId: 'li' }, files],
  ['somebody else, elsewhere', { conversationId: 'cidGroup', senderId: 'li' }, []],
])('a file that came in a single chat is given to %s', async (_, asked, given) => {
  const seen = createSeenFiles({ settle: settling(), robotCode: 'ding1', log: silentLog })
  await seen.remember([{ messageId: 'msgF==', conversationId: 'dingtalk:wang', senderId: 'wang', files }])
  expect(await seen.find('msgF==', asked)).toEqual(given)
})

test('nobody without an id is anybody else’s equal', async () => {
  const seen = createSeenFiles({ settle: settling(), robotCode: 'ding1', log: silentLog })
  await seen.remember([{ messageId: 'msgF==', conversationId: 'cidA', senderId: '', files }])
  expect(await seen.find('msgF==', { conversationId: 'cidB', senderId: '' })).toEqual([])
})

test('an id that nobody knows has no files, also when asked again', async () => {
  const seen = createSeenFiles({ settle: settling(), robotCode: 'ding1', log: silentLog })
  const asked = { conversationId: 'cidA', senderId: 'li' }
  expect(await seen.find('other==', asked)).toEqual([])
  expect(await seen.find('other==', asked)).toEqual([])
})
