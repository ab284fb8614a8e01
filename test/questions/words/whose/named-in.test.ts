import { describe, expect, test } from '@jest/globals'
import { knownWords } from '../../../../src/questions/known-words.ts'
import { namedIn } from '../../../../src/questions/words/whose/named-in.ts'
import { district3 } from '../../../handlers/chat.ts'

const known = knownWords(district3, [])

describe('a text that names', () => {
  test.each([
    ...['文件发了', '年报发群里了', '看一下我刚发的', '请看附件', '见附件', '已发', '发过来了', '重新发了'],
    ...['审一下', '表', '请查收', '请审阅', '材料已报送', '我交了', '已改', '改好了', '报告在上面'],
    ...['我局年报发了，请审核', '刚才那个有问题吗', '附件里的数字对不对', '帮我看看上面的文件', 'word发了'],
    ...['这是什么', '上传不了', '😀', '……', '1', '@张三 你看看'],
  ])('nothing: %s', (text) => {
    expect(namedIn(text, known, false)).toBe('nothing')
  })

  test.each(['今天天气怎么样', '讲个笑话', '为什么', '这个怎么填', '第三张表怎么填'])(
    'only what is none of ours: %s',
    (text) => {
      expect(namedIn(text, known, false)).toBe('other')
    },
  )

  test.each([
    ...[
      '加急的依申请几件',
      '科技局加急的几件',
      '2023年加急的几件',
      '去年加急的',
      '加急的收到几件',
      '谁交了加急的',
    ],
    ...[
      '哪些单位加急的有错误',
      '税务局依申请几件',
      '街道办的',
      '行政许可加急的',
      '没交的加急',
      '依申请怎么填',
    ],
    ...['现行有效的加急几件', '公开率加急', '怎么算的加急', '举报多少件占比'],
  ])('something of ours: %s', (text) => {
    expect(namedIn(text, known, false)).toBe('ours')
  })

  test('what goes on from the question before is about what that one named', () => {
    expect(namedIn('那加急的呢', known, true)).toBe('ours')
    expect(namedIn('那加急的呢', known, false)).toBe('nothing')
    expect(namedIn('请看附件', known, true)).toBe('nothing')
  })
})
