import { describe, expect, test } from '@jest/globals'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { checkFile } from '../src/check.ts'
import { plainText } from '../src/commands/plain-text.ts'
import { parseRoster } from '../src/config/roster-file.ts'
import { variableNames } from '../src/config/settings.ts'
import { packageFolder } from '../src/package-folder.ts'
import { rules } from '../src/rules/index.ts'
import { checkSummary } from '../templates/check-summary.ts'

const page = (name: string): string => readFileSync(path.join(packageFolder, name), 'utf8')
const sample = '青石区科学技术局2024年年报（数字对不上）.docx'

describe('README.md', () => {
  test('shows the finding as the group sees it', async () => {
    const checked = await checkFile(readFileSync(path.join(packageFolder, 'samples', sample)), sample)
    const reply = plainText(checkSummary({ ...checked, fileName: sample }).markdown)
    const said = reply.split('\n').map((line) => line.trim())
    const shown = /```text\n([^`]+)```/.exec(page('README.md'))?.[1]?.trim().split('\n') ?? []
    expect(shown.length).toBeGreaterThan(5)
    for (const line of shown.filter((one) => one !== '…')) expect(said).toContain(line)
  })

  test('counts the checks there are', () => {
    expect(page('README.md')).toContain(`共 ${rules.length} 项检查`)
    expect(page('README.en.md')).toContain(`${rules.length} checks`)
  })

  test.each(['README.md', 'README.en.md', 'CONTRIBUTING.md'])('%s links to files that are there', (name) => {
    const links = [...page(name).matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map((match) => match[1] ?? '')
    expect(links.filter((link) => !existsSync(path.join(packageFolder, link)))).toEqual([])
  })

  test.each(['README.md', 'README.en.md'])('%s has every variable there is, and no other', (name) => {
    const rows = page(name)
      .split('\n')
      .filter((line) => line.startsWith('|'))
      .map((line) => line.split('|')[1] ?? '')
    const named = rows.flatMap((cell) => [...cell.matchAll(/`([A-Z][A-Z_]+)`/g)].map((match) => match[1]))
    expect(named.sort()).toEqual([...variableNames].sort())
  })

  test('shows a roster that the program takes', () => {
    const shown = /```yaml\n([^`]+)```/.exec(page('README.md'))?.[1] ?? ''
    const keys = { GROUP_KEY: 'k', TOWN_TOKEN: 't', TOWN_SECRET: 's' }
    const roster = parseRoster(shown, 'README.md', keys)
    expect(roster.groups.map(({ agencies }) => agencies)).toEqual(['all', ['济宁市兖州区科学技术局'], null])
    expect(roster.coordinators).toHaveLength(1)
  })
})
