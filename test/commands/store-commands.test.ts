import { describe, expect, test } from '@jest/globals'
import { copyFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { packageFolder } from '../../src/package-folder.ts'
import { jsonLines, runGongkai } from '../run-gongkai.ts'
import { tempFolder } from '../temp-folder.ts'

const fixtures = path.join(packageFolder, 'test/fixtures/reports/samples')
const gaoxin = path.join(fixtures, '001-gaoxinqu-kechuang-2024.docx')
const yanzhou = path.join(fixtures, '000-yanzhou-keji-2023.docx')

describe('gongkai import and ask', () => {
  test('what is imported is answered, with year, full name and source; again it is no new version', async () => {
    const cwd = tempFolder()
    const first = await runGongkai(['import', '--json', gaoxin], { cwd })
    expect(first.status).toBe(0)
    expect(jsonLines(first.stdout)).toMatchObject([
      { file: gaoxin, agency: '济宁高新区科技创新局', year: 2024, version: 1, verdict: 'warn' },
    ])
    const again = await runGongkai(['import', '--json', gaoxin], { cwd })
    expect(jsonLines(again.stdout)).toMatchObject([{ version: 1 }])

    const asked = await runGongkai(['ask', '--today', '2025-02-01', '--json', '本年依申请数量'], { cwd })
    expect(jsonLines(asked.stdout)).toMatchObject([
      {
        understood: true,
        query: { intent: 'data', metrics: ['requests.received.total'], years: [2024] },
        answer: 0,
        unit: '件',
        sources: [{ agency: '济宁高新区科技创新局', year: 2024, value: 0 }],
      },
    ])
    const spoken = await runGongkai(['ask', '2024年依申请几件'], { cwd })
    expect(spoken.stdout).toMatch(/济宁高新区科技创新局 2024年.*0 件[^]*依据：2024年年报 表三/)
  })

  test('a report without its table in numbers gives no figure', async () => {
    const cwd = tempFolder()
    await runGongkai(['import', yanzhou], { cwd })
    const { stdout } = await runGongkai(['ask', '--today', '2024-02-01', '--json', '本年依申请数量'], { cwd })
    expect(jsonLines(stdout)).toMatchObject([{ answer: null, reason: 'no_table' }])
  })

  test('with a roster, an agency that is not in it is not stored', async () => {
    const cwd = tempFolder()
    writeFileSync(path.join(cwd, 'gongkai.yaml'), 'agencies:\n  - { name: 济宁市兖州区科学技术局 }\n')
    const { status, stderr } = await runGongkai(['import', gaoxin, yanzhou], { cwd })
    expect(status).toBe(2)
    expect(stderr).toMatch(/济宁高新区科技创新局.*不在 gongkai\.yaml 的名单里/)
    expect((await runGongkai(['import', '--json', yanzhou], { cwd })).status).toBe(0)
  })

  test('ask --batch answers line by line from a file of reports, without a store', async () => {
    const cwd = tempFolder()
    const data = path.join(cwd, 'data.json')
    const report = jsonLines((await runGongkai(['check', '--json', gaoxin])).stdout)[0]
    writeFileSync(data, JSON.stringify([report]))
    const batch = path.join(cwd, 'batch.jsonl')
    writeFileSync(
      batch,
      [
        {
          id: 'a',
          ask: '本年依申请数量',
          today: '2025-02-01',
          context: { agency: '济宁高新区科技创新局' },
          type: 'x',
        },
        {
          id: 'b',
          ask: ['天气怎么样', '2024年依申请多少件'],
          today: '2025-02-01',
          context: { agency: null },
        },
      ]
        .map((line) => JSON.stringify(line))
        .join('\n'),
    )
    const { status, stdout } = await runGongkai(['ask', '--batch', batch, '--data', data, '--json'], { cwd })
    expect(status).toBe(0)
    expect(jsonLines(stdout)).toMatchObject([
      { id: 'a', replies: [{ understood: true, answer: 0 }] },
      {
        id: 'b',
        replies: [
          { understood: false, answer: null },
          { understood: true, answer: 0 },
        ],
      },
    ])
  })

  test.each([
    [['ask'], /请写上要问的问题/],
    [['ask', '--today', '2025-02-30', '依申请几件'], /日期“2025-02-30”不对/],
    [['ask', '--today', '2026-13-01', '依申请几件'], /日期“2026-13-01”不对/],
    [['rules', 'x'], /多出来的“x”/],
    [['ask', '--agency', '没有这个局', '依申请几件'], /没有叫“没有这个局”的单位/],
    [['ask', '--data', '/nowhere.json', '依申请几件'], /找不到文件/],
    [['import'], /请写上要导入的文件/],
  ])('refuses %j', async (args, message) => {
    const { status, stderr } = await runGongkai(args)
    expect(status).toBe(2)
    expect(stderr).toMatch(message)
  })
})

test.each([
  ['ask', ['依申请几件']],
  ['import', [gaoxin]],
])('%s refuses a DATA_DIR that is a file', async (command, words) => {
  const { status, stderr } = await runGongkai([command, ...words], { env: { DATA_DIR: gaoxin } })
  expect(status).toBe(2)
  expect(stderr).toMatch(/数据目录.*打不开/)
  expect(stderr.trim().split('\n')).toHaveLength(1)
})

describe('gongkai doctor', () => {
  const states = (stdout: string): Record<string, string> =>
    Object.fromEntries(
      (jsonLines(stdout) as { check: string; state: string }[]).map(({ check, state }) => [check, state]),
    )

  test('finds nothing wrong with a fresh folder', async () => {
    const { status, stdout } = await runGongkai(['doctor', '--json'], { env: { PORT: '0' } })
    expect(states(stdout)).toEqual({
      ...{ Node: 'ok', 时钟: 'ok', 字体: 'ok', 环境变量: 'ok', 数据目录: 'ok', 存储: 'ok', 端口: 'ok' },
      ...{ 'gongkai.yaml': 'notice', 访问地址: 'notice' },
    })
    expect(status).toBe(0)
  })

  test.each([
    ['a wrong variable', { PORT: 'x' }, '环境变量', /PORT/],
    ['a database that is away', { MONGODB_URI: 'mongodb://127.0.0.1:9/x' }, '存储', /MongoDB|数据库/],
    ['a named roster that is missing', { GONGKAI_CONFIG: 'no.yaml' }, 'gongkai.yaml', /no\.yaml/],
    ['an address that is not of this machine', { HOST: '203.0.113.1', PORT: '0' }, '端口', /不能监听/],
  ])('names %s and ends with 2', async (_, env, check, message) => {
    const { status, stdout } = await runGongkai(['doctor', '--json'], { env })
    const found = (jsonLines(stdout) as { check: string; state: string; message: string }[]).find(
      (one) => one.check === check,
    )
    expect(found).toMatchObject({ state: 'wrong' })
    expect(found?.message).toMatch(message)
    expect(status).toBe(2)
  })

  test('names a data folder that is a file', async () => {
    const cwd = tempFolder()
    copyFileSync(gaoxin, path.join(cwd, 'data'))
    const { status, stdout } = await runGongkai(['doctor'], { cwd })
    expect(stdout).toMatch(/✗ 数据目录：/)
    expect(status).toBe(2)
  })
})
