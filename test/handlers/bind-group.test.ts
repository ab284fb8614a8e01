import { describe, expect, test } from '@jest/globals'
import { Chat, district3 } from './chat.ts'
import { checkedReport } from './checked-report.ts'

const keji = '济宁市兖州区科学技术局'
const jiaoti = '济宁市兖州区教育和体育局'

const boss = (id = 'nobody'): Chat => new Chat({ id, sender: 'boss' }, district3)

describe('a coordinator binds a group', () => {
  test.each([
    ['绑定 区科技局', [keji]],
    ['绑定区科技局', [keji]],
    ['绑定：科技局', [keji]],
    ['绑定本群 区科技局、教育和体育局', [keji, jiaoti]],
    ['绑定 科技局和教体局', [keji, jiaoti]],
    ['绑定 科技局，科学技术局', [keji]],
    ['绑定 全部', 'all'],
    ['绑定 所有单位', 'all'],
  ])('%s', async (words, agencies) => {
    const chat = boss()
    const [reply] = await chat.says(words)
    expect(reply).toContain('本群已绑定')
    expect(chat.binding).toEqual({ agencies })
  })

  test('and from then on reports are kept and questions answered there', async () => {
    const chat = boss()
    await chat.says('绑定 科技局')
    const [reply] = await chat.says('', chat.file('年报.docx', checkedReport({ agency: keji, year: 2025 })))
    expect(reply).toContain('收存：已收存')
    const [other] = await chat.says('', chat.file('别的.docx', checkedReport({ agency: jiaoti, year: 2025 })))
    expect(other).toContain('没有收存')
    await chat.says('解除绑定')
    expect(chat.binding).toBeNull()
    const [after] = await chat.says('本年依申请数量')
    expect(after).toContain('本群还没有登记对应的单位')
  })

  test.each([
    ['绑定', '要把本群绑定到哪些单位'],
    ['绑定 税务局', '单位名册里没有“税务局”'],
    ['绑定 科技局、税务局', '本群的绑定没有改动'],
    ['解除绑定', '本群没有绑定单位'],
  ])('%s changes nothing', async (words, said) => {
    const chat = boss()
    const [reply] = await chat.says(words)
    expect(reply).toContain(said)
    expect(chat.binding).toBeNull()
  })
})

describe('nobody else binds', () => {
  test.each<[string, Partial<ConstructorParameters<typeof Chat>[0]>, string]>([
    ['somebody who is no coordinator', { id: 'nobody', sender: 'zhang' }, '只有协调员可以绑定'],
    ['a coordinator in a single chat', { id: 's', sender: 'boss', kind: 'single' }, '请到要绑定的群里'],
    ['a coordinator in a group of gongkai.yaml', { id: 'keji', sender: 'boss' }, '不能在群里更改'],
  ])('%s', async (_name, where, said) => {
    const chat = new Chat(where, district3)
    const [reply] = await chat.says('绑定 科技局')
    expect(reply).toContain(said)
    expect(chat.binding).toBeNull()
  })
})

describe('上传年报', () => {
  test('gives a link in a bound group and to a contact', async () => {
    expect((await new Chat({ id: 'keji' }, district3).says('上传年报'))[0]).toContain('/upload/message-1')
    const contact = new Chat({ id: 's', kind: 'single', sender: 'keji' }, district3)
    expect((await contact.says('上传'))[0]).toContain('/upload/message-1')
  })

  test('in an unbound group gives help only', async () => {
    const [reply] = await new Chat({ id: 'nobody' }, district3).says('上传年报')
    expect(reply).toContain('本群还没有登记对应的单位')
    expect(reply).not.toContain('/upload/')
  })

  test('of a stranger is checked and not kept, and says so', async () => {
    const stranger = new Chat({ id: 's', kind: 'single', sender: 'nobody' }, district3)
    expect((await stranger.says('上传年报'))[0]).toContain('只核对、不收存')
  })
})
