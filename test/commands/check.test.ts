import { describe, expect, test } from '@jest/globals'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { packageFolder } from '../../src/package-folder.ts'
import { jsonLines, runGongkai } from '../run-gongkai.ts'
import { tempFolder } from '../temp-folder.ts'

const fixtures = path.join(packageFolder, 'test/fixtures/reports/samples')
const sample = (name: string): string => path.join(fixtures, name)
const clean = sample('001-gaoxinqu-kechuang-2024-autonumber.docx')
const failing = sample('002-shanting-keji-2023.docx')

describe('gongkai check', () => {
  test('prints one JSON a line, with the file, in the shape of the report', async () => {
    const { status, stdout, stderr } = await runGongkai(['check', '--json', clean])
    expect([status, stderr]).toEqual([0, ''])
    const [report] = jsonLines(stdout)
    const expected: unknown = JSON.parse(readFileSync(`${clean}.expected.json`, 'utf8'))
    const { agency, year, tables, tableSources } = expected as Record<string, unknown>
    expect(report).toMatchObject({
      file: clean,
      agency,
      year,
      tables,
      tableSources,
      verdict: 'pass',
      findings: [],
    })
    expect(Object.keys(report as object)).toEqual([
      ...[
        'file',
        'agency',
        'year',
        'format',
        'period',
        'sections',
        'tables',
        'tableSources',
        'findings',
        'verdict',
      ],
    ])
  })

  test('ends with 1 when a report has errors, and findings hold the printed keys only', async () => {
    const { status, stdout } = await runGongkai(['check', '--json', failing])
    expect(status).toBe(1)
    const [report] = jsonLines(stdout) as [{ findings: object[] }]
    for (const finding of report.findings) {
      expect(Object.keys(finding)).toEqual(['rule', 'severity', 'message', 'where', 'evidence'])
    }
  })

  test('goes on after a file that cannot be read; the worst counts', async () => {
    const folder = tempFolder()
    writeFileSync(path.join(folder, '空.docx'), '')
    const files = [failing, path.join(folder, '空.docx'), path.join(folder, '没有.docx'), folder, clean]
    const { status, stdout, stderr } = await runGongkai(['check', '--json', ...files])
    expect(status).toBe(2)
    const lines = jsonLines(stdout) as { file: string; error?: { code: string; message: string } }[]
    expect(lines.map(({ file, error }) => [file, error?.code])).toEqual([
      [failing, undefined],
      [files[1], 'empty_file'],
      [files[2], 'file_not_found'],
      [folder, 'file_not_found'],
      [clean, undefined],
    ])
    expect(stderr.trim().split('\n')).toHaveLength(3)
    expect(stderr).not.toMatch(/\n\s+at /)
  })

  test('speaks to people without marks of Markdown', async () => {
    const { stdout } = await runGongkai(['check', failing])
    expect(stdout).toContain('未找到报告标题')
    expect(stdout).not.toMatch(/\*\*|\\[_*[\]]/)
  })

  test('takes last year’s report as a file or as printed JSON', async () => {
    const folder = tempFolder()
    const printed = path.join(folder, 'last.json')
    writeFileSync(printed, (await runGongkai(['check', '--json', failing])).stdout)
    for (const previous of [failing, printed]) {
      expect((await runGongkai(['check', '--previous', previous, clean])).status).toBe(0)
    }
    writeFileSync(printed, '{"a": 1}')
    const bad = await runGongkai(['check', '--previous', printed, clean])
    expect([bad.status, bad.stderr]).toEqual([2, expect.stringContaining('不是 gongkai check --json')])
  })

  test.each([
    [['check'], /请写上要核对的文件/],
    [['check', '--jsn', 'x.docx'], /不认识的选项 --jsn.*--help/],
    [['check', '--previous'], /--previous/],
    [['frobnicate'], /没有“frobnicate”这个命令/],
  ])('refuses %j with one line and 2', async (args, message) => {
    const { status, stderr, stdout } = await runGongkai(args)
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(message)
    expect(stderr.trim().split('\n')).toHaveLength(1)
  })

  test('a wrong gongkai.yaml stops it with its line', async () => {
    const cwd = tempFolder()
    writeFileSync(path.join(cwd, 'gongkai.yaml'), 'agencies:\n  - { nam: 甲 }\n')
    const { status, stderr } = await runGongkai(['check', clean], { cwd })
    expect(status).toBe(2)
    expect(stderr).toContain('gongkai.yaml 第 2 行')
  })
})

describe('help', () => {
  test.each([['check'], ['serve'], ['ask'], ['import'], ['rules'], ['doctor']])(
    'gongkai %s --help',
    async (name) => {
      const { status, stdout } = await runGongkai([name, '--help'])
      expect(status).toBe(0)
      expect(stdout).toMatch(new RegExp(`^用法：gongkai ${name}`))
      expect(stdout).toContain('--json')
    },
  )

  test('the overview names every command', async () => {
    const { status, stdout } = await runGongkai(['--help'])
    expect(status).toBe(0)
    for (const name of ['serve', 'check', 'ask', 'import', 'rules', 'doctor'])
      expect(stdout).toContain(`  ${name}`)
  })
})
