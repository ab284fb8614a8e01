import { existsSync, readdirSync, readFileSync } from 'node:fs'

import { expect, test } from '@jest/globals'

import { catalogueMarkdown, catalogueRows } from '../../src/rules/catalogue.ts'
import { rules } from '../../src/rules/index.ts'

const root = new URL('../../', import.meta.url)

/** Ids of the rule files under a folder: `family/name`. */
function filesUnder(folder: string, ending: string): readonly string[] {
  return readdirSync(new URL(folder, root), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap((family) =>
      readdirSync(new URL(`${folder}${family.name}/`, root))
        .filter((file) => file.endsWith(ending))
        .map((file) => `${family.name}/${file.slice(0, -ending.length)}`),
    )
    .sort()
}

const ids = rules.map((rule) => rule.id)

test('every rule file is in the list, once, under its path', () => {
  expect([...ids].sort()).toEqual(filesUnder('src/rules/', '.ts'))
})

test('every rule has a test at the same place', () => {
  expect(filesUnder('test/rules/', '.test.ts')).toEqual([...ids].sort())
})

test('a row of the catalogue tells a rule’s severity, summary, basis and remedy', () => {
  expect(catalogueRows().map((row) => row.id)).toEqual(ids)
  for (const { summary, basis, remedy } of catalogueRows()) {
    expect(summary).toMatch(/^[^a-z]{6,}。$/)
    expect(basis).not.toBe('')
    expect(remedy).toMatch(/。$/)
  }
})

test('docs/rules.md is the catalogue as it stands', () => {
  const page = new URL('docs/rules.md', root)
  expect(existsSync(page)).toBe(true)
  expect(readFileSync(page, 'utf8')).toBe(catalogueMarkdown())
})
