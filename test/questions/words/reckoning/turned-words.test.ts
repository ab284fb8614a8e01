import { describe, expect, test } from '@jest/globals'
import { read } from '../read-question.ts'

describe('Who did what to whom, when, and which part of it is never passed over', () => {
  test.each([
    ['科技局被处罚几件'],
    ['科技局遭处罚几件'],
    ['科技局收到行政处罚几件'],
    ['科技局被收费多少'],
    ['科技局被投诉几件'],
    ['科技局被教体局起诉几件'],
    ['科技局起诉教体局几件'],
    ['科技局处罚教体局几件'],
    ['科技局有过复议吗'],
    ['科技局曾有复议吗'],
    ['没有过复议的单位'],
    ['哪些单位没交过'],
    ['一直没交的单位'],
    ['到2024年申请几件'],
    ['截至2024年底累计依申请几件'],
    ['科技局进行中的申请几件'],
    ['科技局手头有几件申请'],
    ['科技局剩几件申请'],
    ['申请决定几件'],
    ['领导要的申请几件'],
    ['规范性文件公开几件'],
    ['规范性文件申请几件'],
    ['重复公开几件'],
    ['复议新增的单位'],
    ['一共多少错误'],
    ['科技局交了几份'],
    ['科技局逾期的呢'],
    ['依申请前三是科技局、教体局、政府办对吗'],
    ['依申请最多的是科技局、教体局吗'],
    ['科技局、教体局依申请排前三吗'],
    ['申请二三十件的单位'],
  ])('%s', (question) => {
    expect(read(question)).toBe('not_understood')
  })

  test.each([
    ['科技局作出处罚几件', { metrics: ['proactiveDisclosure.penalties'] }],
    ['科技局被起诉几件', { metrics: ['review.litigation.total'] }],
    ['科技局2024年有过复议吗', { operation: 'value', years: [2024] }],
    ['科技局截至2024年底现行有效规范性文件几件', { years: [2024] }],
    ['科技局还在执行的规范性文件剩几份', { operation: 'value' }],
    ['科技局、教体局依申请谁最多', { operation: 'rank' }],
    ['复议两三件的单位', { where: [{ op: '>=', value: 2, and: { op: '<=', value: 3 } }] }],
    [
      '有复议和诉讼的单位',
      {
        metrics: ['review.reconsideration.total', 'review.litigation.total'],
        where: [
          { op: '>', value: 0 },
          { op: '>', value: 0 },
        ],
      },
    ],
  ])('%s', (question, expected) => {
    expect(read(question)).toMatchObject(expected)
  })
})
