import { describe, expect, test } from '@jest/globals'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { checkFile } from '../src/check.ts'
import { plainText } from '../src/commands/plain-text.ts'
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
})
