import { describe, expect, test } from '@jest/globals'
import { castOf, sandboxRoster } from '../../../src/platforms/sandbox/cast.ts'
import { emptyRoster, type Agency, type Roster } from '../../../src/roster/roster.ts'

function agency(name: string, parts: Partial<Agency> = {}): Agency {
  return {
    ...{ name, aliases: [], kind: 'department', contacts: [], deadline: null, since: null, until: null },
    ...parts,
  }
}

const zhangsan = { platform: 'wecom', userId: 'zhangsan', name: '张三' }
const lisi = { platform: 'dingtalk', userId: 'lisi', name: null }
const roster: Roster = {
  district: '济宁市兖州区',
  agencies: [
    agency('济宁市兖州区科学技术局', { aliases: ['区科技局'], contacts: [zhangsan] }),
    agency('济宁市兖州区数据局', { contacts: [zhangsan, lisi] }),
  ],
  groups: [
    { name: '政务公开联络群', platform: 'wecom', conversationId: 'wr1', agencies: 'all' },
    {
      name: '科技局公开小组',
      platform: 'dingtalk',
      conversationId: null,
      agencies: ['济宁市兖州区科学技术局'],
    },
    { name: '政务公开联络群', platform: 'dingtalk', conversationId: null, agencies: null },
  ],
  coordinators: [lisi],
}

describe('the cast', () => {
  test('of a roster are its groups by name, its contacts and its coordinators, each person once', () => {
    const { people, conversations } = castOf(roster)
    expect(people).toEqual([
      { id: 'wecom:zhangsan', name: '张三', role: '区科技局联络员、济宁市兖州区数据局联络员' },
      { id: 'dingtalk:lisi', name: 'lisi', role: '济宁市兖州区数据局联络员、协调员' },
    ])
    expect(conversations.map(({ id, kind, personId }) => [id, kind, personId])).toEqual([
      ['sandbox:group:政务公开联络群', 'group', null],
      ['sandbox:group:科技局公开小组', 'group', null],
      ['sandbox:group:政务公开联络群#2', 'group', null],
      ['sandbox:single:wecom:zhangsan', 'single', 'wecom:zhangsan'],
      ['sandbox:single:dingtalk:lisi', 'single', 'dingtalk:lisi'],
    ])
  })

  test('of a roster that names agencies alone has the usual group and two people', () => {
    const { people, conversations } = castOf({ ...emptyRoster, agencies: [agency('济宁市兖州区数据局')] })
    expect(people.map(({ name }) => name)).toEqual(['王敏', '李强'])
    expect(conversations.map(({ kind }) => kind)).toEqual(['group', 'single', 'single'])
  })
})

describe('the roster as the sandbox sees it', () => {
  test('keeps agencies and bindings, and moves people and groups under the ids of the cast', () => {
    const moved = sandboxRoster(roster)
    const { people, conversations } = castOf(roster)
    expect(moved.district).toBe('济宁市兖州区')
    expect(moved.groups.map(({ agencies }) => agencies)).toEqual(['all', ['济宁市兖州区科学技术局'], null])
    const ids = conversations.filter(({ kind }) => kind === 'group').map(({ id }) => id)
    expect(moved.groups.map(({ conversationId }) => conversationId)).toEqual(ids)
    const moving = [
      ...moved.agencies.flatMap(({ contacts }) => contacts),
      ...moved.coordinators,
      ...moved.groups,
    ]
    expect(new Set(moving.map(({ platform }) => platform))).toEqual(new Set(['sandbox']))
    expect(moved.agencies[0]?.contacts[0]?.userId).toBe(people[0]?.id)
  })

  test('has a group for all and a coordinator where nobody is named', () => {
    const { groups, coordinators } = sandboxRoster(emptyRoster)
    expect(groups).toMatchObject([
      { name: '政务公开联络群', agencies: 'all', conversationId: 'sandbox:group:政务公开联络群' },
    ])
    expect(coordinators).toEqual([{ platform: 'sandbox', userId: 'liqiang', name: '李强' }])
  })

  test('is the same when it is moved once more', () => {
    const moved = sandboxRoster(roster)
    expect(sandboxRoster(moved).coordinators).toEqual(moved.coordinators)
  })
})
