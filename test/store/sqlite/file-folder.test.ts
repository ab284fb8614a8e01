import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, test } from '@jest/globals'
import { StoreUnavailableError } from '../../../src/errors.ts'
import { FileFolder } from '../../../src/store/sqlite/file-folder.ts'
import { tempFolder } from '../../temp-folder.ts'

const bytes = new TextEncoder().encode('年度报告')

let dataDir: string
beforeEach(() => {
  dataDir = tempFolder()
})

test('a file lies under its hash, alone', async () => {
  const sha256 = await new FileFolder(dataDir).put(bytes)
  expect(readdirSync(join(dataDir, 'files'))).toStrictEqual([sha256.slice(0, 2)])
  expect(readdirSync(join(dataDir, 'files', sha256.slice(0, 2)))).toStrictEqual([sha256])
})

test('what cannot be written is refused, leaves nothing, and goes through once it can', async () => {
  const folder = new FileFolder(dataDir)
  writeFileSync(join(dataDir, 'files'), 'in the way')
  await expect(folder.put(bytes)).rejects.toThrow(StoreUnavailableError)
  rmSync(join(dataDir, 'files'))
  const sha256 = await folder.put(bytes)
  expect(await folder.get(sha256)).toHaveLength(bytes.length)
})

test('what a crash left half written is removed, and nothing else', async () => {
  const folder = new FileFolder(dataDir)
  const sha256 = await folder.put(bytes)
  const half = join(dataDir, 'files', `${'ab'.repeat(32)}.1.part`)
  writeFileSync(half, 'half')
  await folder.removeUnfinished()
  expect(existsSync(half)).toBe(false)
  expect(await folder.get(sha256)).toHaveLength(bytes.length)
})
