import { expect, test } from '@jest/globals'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { instanceId } from '../src/instance-id.ts'
import { emptyFolder } from './run-gongkai.ts'

test('a replica keeps its name over restarts, and another folder has another', () => {
  const folder = emptyFolder()
  const name = instanceId(folder)
  expect(instanceId(folder)).toBe(name)
  expect(instanceId(emptyFolder())).not.toBe(name)
})

test.each(['', '\0\0\0\0', 'short'])('a damaged name is replaced', (damaged) => {
  const folder = emptyFolder()
  writeFileSync(path.join(folder, 'instance-id'), damaged)
  const name = instanceId(folder)
  expect(name).toMatch(/^[0-9a-f-]{36}$/)
  expect(instanceId(folder)).toBe(name)
})
