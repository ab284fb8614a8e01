import { describe, expect, test } from '@jest/globals'
import { emptyRoster, type Roster } from '../../src/roster/roster.ts'
import { scopeOf, type Asker } from '../../src/roster/scope.ts'

const agency = (name: string, ...contacts: string[]): Roster['agencies'][number] => ({
  name,
  aliases: [],
  kind: 'department',
  contacts: contacts.map((userId) => ({ platform: 'wecom', userId, name: null })),
  deadline: null,
  since: null,
  until: null,
})
const roster: Roster = {
  district: null,
  agencies: [agency('甲局', 'zhang', 'li'), agency('乙局', 'li')],
  groups: [
    { name: '全区', platform: 'wecom', conversationId: 'g-all', agencies: 'all' },
    { name: '甲', platform: 'wecom', conversationId: 'g-a', agencies: ['甲局'] },
    { name: '未绑定', platform: 'wecom', conversationId: 'g-none', agencies: null },
    { name: '未知编号', platform: 'wecom', conversationId: null, agencies: 'all' },
  ],
  coordinators: [{ platform: 'wecom', userId: 'boss', name: null }],
}
const says = (kind: 'group' | 'single', id: string, sender: string, platform = 'wecom'): Asker => ({
  platform,
  conversation: { id, kind },
  sender: { id: sender },
})

describe('scopeOf', () => {
  test.each<[string, Asker, unknown]>([
    ['a group bound to all', says('group', 'g-all', 'nobody'), { kind: 'all' }],
    ['a group bound to one', says('group', 'g-a', 'nobody'), { kind: 'agencies', names: ['甲局'] }],
    ['a group bound to nobody', says('group', 'g-none', 'boss'), { kind: 'none', reason: 'unbound_group' }],
    ['a group not listed', says('group', 'g-x', 'zhang'), { kind: 'none', reason: 'unbound_group' }],
    [
      'the same id on another platform',
      says('group', 'g-a', 'zhang', 'dingtalk'),
      { kind: 'none', reason: 'unbound_group' },
    ],
    ['a contact of one', says('single', 's', 'zhang'), { kind: 'agencies', names: ['甲局'] }],
    ['a contact of two', says('single', 's', 'li'), { kind: 'agencies', names: ['甲局', '乙局'] }],
    ['a coordinator', says('single', 's', 'boss'), { kind: 'all' }],
    ['a stranger', says('single', 's', 'wang'), { kind: 'none', reason: 'unlisted_person' }],
    [
      'a contact’s id on another platform',
      says('single', 's', 'zhang', 'dingtalk'),
      { kind: 'none', reason: 'unlisted_person' },
    ],
  ])('%s', (_, message, scope) => {
    expect(scopeOf(message, roster, null)).toEqual(scope)
  })

  test.each(['group', 'single'] as const)('an empty roster lets everybody, in a %s chat', (kind) => {
    expect(scopeOf(says(kind, 'x', 'y', 'sandbox'), emptyRoster, null)).toEqual({ kind: 'all' })
  })
})
