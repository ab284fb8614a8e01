import { describe, expect, test } from '@jest/globals'

import { UnreadableFileError } from '../../src/errors.ts'
import { readDocument, uploadLimit } from '../../src/readers/index.ts'
import { damagedDocuments, hostileDocuments, oleFile } from '../hostile-zip.ts'

async function refusal(bytes: Uint8Array, name = '报告.docx'): Promise<UnreadableFileError> {
  const outcome = await readDocument(bytes, name).catch((error: unknown) => error)
  if (outcome instanceof UnreadableFileError) return outcome
  throw new Error('the file was read, or failed otherwise', { cause: outcome })
}

/** Who unpacks all of it takes minutes. */
const aLongTime = 60_000

describe('files built to do harm are refused, quickly and in little memory', () => {
  test.each(Object.entries(hostileDocuments))(
    '%s',
    async (_name, build) => {
      const bytes = build()
      const memoryBefore = process.resourceUsage().maxRSS
      const error = await refusal(bytes)
      const megabytesMore = (process.resourceUsage().maxRSS - memoryBefore) / 1024
      expect(error.code).toBe('unsafe_file')
      expect(error.message).toMatch(/^文件结构异常（.+），已停止读取；请/)
      expect(megabytesMore).toBeLessThan(200)
    },
    aLongTime,
  )
})

describe('damaged files are refused as damaged', () => {
  test.each(Object.entries(damagedDocuments))('%s', async (_name, build) => {
    const error = await refusal(build())
    expect(error.code).toBe('damaged_file')
    expect(error.message).toMatch(/^文件不完整或已损坏（.+），无法读取；请/)
  })
})

test('an empty file is refused as empty', async () => {
  expect((await refusal(new Uint8Array(0))).code).toBe('empty_file')
})

test('a file over the upload limit is refused with its size', async () => {
  const error = await refusal(new Uint8Array(25 * 1024 * 1024))
  expect(error.code).toBe('file_too_large')
  expect(error.message).toContain('文件有 25.0 MB，超过 20 MB 的上限')
  expect(uploadLimit).toBe(20 * 1024 * 1024)
})

test('a file just over the limit does not seem to be within it', async () => {
  const error = await refusal(new Uint8Array(uploadLimit + 1))
  expect(error.message).toContain('文件有 20.1 MB，超过 20 MB 的上限')
})

test('a Word document under a password is refused as encrypted', async () => {
  const error = await refusal(oleFile('EncryptionInfo', 'EncryptedPackage'))
  expect(error.code).toBe('encrypted_file')
  expect(error.message).toContain('取消密码')
})

describe('a text over the limits is refused', () => {
  test.each([
    ['lines', '\n'.repeat(200_001)],
    ['characters', `${'字'.repeat(99)}\n`.repeat(60_000)],
  ])('%s', async (_name, text) => {
    expect((await refusal(new TextEncoder().encode(text), '报告.txt')).code).toBe('unsafe_file')
  })
})
