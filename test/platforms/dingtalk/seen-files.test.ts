import { expect, test } from '@jest/globals'
import { silentLog } from '../../../src/log.ts'
import type { CodedFile } from '../../../src/platforms/dingtalk/quote.ts'
import { createSeenFiles } from '../../../src/platforms/dingtalk/seen-files.ts'
import { sharedMarks } from '../../shared-marks.ts'

const files: readonly CodedFile[] = [{ kind: 'file', name: '年报.docx', code: 'c1' }]

test.each([
  ['its sender, elsewhere', { conversationId: 'cidGroup', senderId: 'wang' }, files],
  ['others, where it was sent', { conversationId: 'dingtalk:wang', senderId: 'li' }, files],
  ['somebody else, elsewhere', { conversationId: 'cidGroup', senderId: 'li' }, []],
])('a file that came in a single chat is given to %s', async (_, asked, given) => {
  const seen = createSeenFiles({ marks: sharedMarks(), robotCode: 'ding1', log: silentLog })
  await seen.remember([{ messageId: 'msgF==', conversationId: 'dingtalk:wang', senderId: 'wang', files }])
  expect(await seen.find('msgF==', asked)).toEqual(given)
})

test('nobody without an id is anybody else’s equal', async () => {
  const seen = createSeenFiles({ marks: sharedMarks(), robotCode: 'ding1', log: silentLog })
  await seen.remember([{ messageId: 'msgF==', conversationId: 'cidA', senderId: '', files }])
  expect(await seen.find('msgF==', { conversationId: 'cidB', senderId: '' })).toEqual([])
})

test('an id that nobody knows has no files, and asking for it leaves nothing behind', async () => {
  const marks = sharedMarks()
  const seen = createSeenFiles({ marks, robotCode: 'ding1', log: silentLog })
  const asked = { conversationId: 'cidA', senderId: 'li' }
  expect(await seen.find('other==', asked)).toEqual([])
  expect(marks.names()).toEqual([])
  await seen.remember([{ messageId: 'other==', ...asked, files }])
  expect(await seen.find('other==', asked)).toEqual(files)
})
