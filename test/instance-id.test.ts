import { expect, test } from '@jest/globals'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { instanceId } from '../src/instance-id.ts'
import { tempFolder } from './temp-folder.ts'

test('a replica keeps its name over restarts, and another folder has another', () => {
  const folder = tempFolder()
  const name = instanceId(folder)
  expect(instanceId(folder)).toBe(name)
  expect(instanceId(tempFolder())).not.toBe(name)
})

test.each(['', '\0\0\0\0', 'short'])('a damaged name is replaced', (damaged) => {
  const folder = tempFolder()
  writeFileSync(path.join(folder, 'instance-id'), damaged)
  const name = instanceId(folder)
  expect(name).toMatch(/^[0-9a-f-]{36}$/)
  expect(instanceId(folder)).toBe(name)
})
