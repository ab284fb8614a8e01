import { describe, expect, test } from '@jest/globals'
import { parseRoster, readRosterFile } from '../../src/config/roster-file.ts'
import { ConfigError } from '../../src/errors.ts'
import { emptyRoster } from '../../src/roster/roster.ts'

const good = `
district: 济宁市兖州区
deadlines: { departments: "01-20", governments: "03-31" }
reminders: { at: "09:00", daysBefore: [30, 15, 7, 3, 1, 0], workdaysOnly: true, until: clean }
coordinators: [{ platform: wecom, userId: lisi }]
calendar: { holidays: ["2027-02-08"], workdays: ["2027-02-14"] }
groups:
  - { name: 政务公开联络群, platform: wecom, webhookKey: "\${GROUP_KEY}", chatId: "wr1", agencies: all, digest: true }
  - { name: 科技局公开小组, platform: dingtalk, conversationId: "cid1", agencies: [区科技局] }
  - { name: 没有绑定的群, platform: wecom }
agencies:
  - { name: 济宁市兖州区科学技术局, aliases: [区科技局], kind: department, contacts: [{ platform: wecom, userId: zhangsan }] }
  - { name: 济宁市兖州区新兖镇人民政府, deadline: "01-15", since: 2024 }
  - name: 济宁市兖州区人民政府
    deadline: "03-20"
`

function problemsOf(text: string, env: Record<string, string> = {}): readonly string[] {
  try {
    parseRoster(text, 'gongkai.yaml', env)
    return []
  } catch (error) {
    if (error instanceof ConfigError) return error.problems
    throw error
  }
}

describe('gongkai.yaml', () => {
  test('gives district, agencies with their kinds, groups with full names, coordinators', () => {
    const roster = parseRoster(good, 'gongkai.yaml', { GROUP_KEY: 'k' })
    expect(roster.district).toBe('济宁市兖州区')
    expect(roster.agencies.map(({ name, kind, deadline, since }) => [name, kind, deadline, since])).toEqual([
      ['济宁市兖州区科学技术局', 'department', null, null],
      ['济宁市兖州区新兖镇人民政府', 'township', '01-15', 2024],
      ['济宁市兖州区人民政府', 'government', '03-20', null],
    ])
    expect(roster.groups.map(({ conversationId, agencies }) => [conversationId, agencies])).toEqual([
      ['wr1', 'all'],
      ['cid1', ['济宁市兖州区科学技术局']],
      [null, null],
    ])
    expect(roster.coordinators).toEqual([{ platform: 'wecom', userId: 'lisi', name: null }])
  })

  test('an absent file is an empty roster, unless it was named', () => {
    expect(readRosterFile('/nowhere/gongkai.yaml', false, {})).toEqual(emptyRoster)
    expect(() => readRosterFile('/nowhere/x.yaml', true, {})).toThrow(/x\.yaml/)
  })

  test.each(['', '\n# 只有注释\n'])('an empty file is an empty roster', (text) => {
    expect(parseRoster(text, 'gongkai.yaml', {})).toEqual(emptyRoster)
  })

  test.each([
    ['broken syntax', 'agencies: [\n  { name: 甲', /第 \d+ 行：YAML 语法不对/],
    [
      'a misspelt key',
      'agencies:\n  - { name: 甲局, alias: [甲] }',
      /第 2 行：不认识的设置“agencies\.0\.alias”/,
    ],
    ['a name that is missing', 'agencies:\n  - { kind: department }', /第 2 行：“agencies\.0\.name”/],
    [
      'a platform nobody knows',
      'groups:\n  - name: 群\n    platform: feishu',
      /第 3 行：“groups\.0\.platform”只能是/,
    ],
    [
      'a date that is none',
      'agencies:\n  - { name: 甲局, deadline: "1月20日" }',
      /第 2 行：“agencies\.0\.deadline”应写成/,
    ],
    [
      'the same agency twice',
      'agencies:\n  - { name: 甲局 }\n  - { name: 甲局 }',
      /第 3 行：单位“甲局”写了两次/,
    ],
    [
      'an alias of two agencies',
      'agencies:\n  - { name: 甲局, aliases: [局] }\n  - { name: 乙局, aliases: [局] }',
      /第 3 行：简称“局”同时给了“甲局”和“乙局”/,
    ],
    [
      'a group with an unknown agency',
      'groups:\n  - { name: 群, platform: wecom, agencies: [丙局] }\nagencies:\n  - { name: 甲局 }',
      /第 2 行：群“群”里的单位“丙局”不在/,
    ],
    [
      'a deadline after the statutory one',
      'agencies:\n  - { name: 甲局, deadline: "02-10" }',
      /第 2 行：.*晚于.*01-31/,
    ],
    [
      'a variable that is not set',
      'groups:\n  - { name: "${NAME}", platform: wecom }',
      /第 2 行：环境变量 NAME 没有设置/,
    ],
    ['a list where a map is due', '- 1\n- 2', /第 1 行：文件应由“设置: 值”组成/],
  ])('names %s with its line', (_, text, message) => {
    expect(problemsOf(text).join('\n')).toMatch(message)
  })

  test('a folder in place of the file is named', () => {
    expect(() => readRosterFile('/', true, {})).toThrow(/它是文件夹/)
  })

  test('names contradictions beside faults of shape', () => {
    const text = 'agencies:\n  - { name: 甲局 }\n  - { name: 甲局, deadline: "03-01" }\n  - { nam: 乙 }\n'
    expect(problemsOf(text).map((problem) => /第 (\d+) 行/.exec(problem)?.[1])).toEqual(['4', '4', '3', '3'])
  })

  test('names all faults at once', () => {
    expect(
      problemsOf('agencies:\n  - { nam: 甲 }\ngroups:\n  - { name: 群, platform: x }\n').length,
    ).toBeGreaterThanOrEqual(3)
  })
})
