import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from '@jest/globals'

const script = fileURLToPath(new URL('check.mjs', import.meta.url))

test('the own question set is what its scripts make, and its answers follow from its data', () => {
  const said = execFileSync(process.execPath, [script], { encoding: 'utf8' })
  expect(said).toMatch(/^\d+ questions over \d+ reports: in order$/m)
})
