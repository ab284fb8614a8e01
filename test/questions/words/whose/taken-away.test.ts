import { expect, test } from '@jest/globals'
import { read } from '../read-question.ts'

const two = ['教育和体育局', '科学技术局']
const rest = { whose: 'all', operation: 'sum', metrics: ['requests.received.total'] }

test.each([
  ['除了教体局，科技局，其他单位依申请一共几件', two],
  ['除了教体局、科技局，其他单位依申请一共几件', two],
  ['除了教体局和科技局，其余单位依申请一共几件', two],
  ['除教体局，科技局外，依申请一共几件', two],
  ['除教体局，科技局，鼓楼街道以外，依申请一共几件', [...two, '鼓楼街道办事处']],
  ['不算教体局，科技局，依申请一共几件', two],
  ['不包括教体局，科技局，其余单位依申请一共几件', two],
  ['去掉教体局，科技局，依申请一共几件', two],
  ['依申请一共几件，不含教体局，科技局', two],
  ['教体局，科技局除外，依申请一共几件', two],
  ['教体局，科技局以外，依申请一共几件', two],
])('%s is of all but those', (question, without) => {
  const query = read(question)
  expect(query).toMatchObject({ ...rest, without: expect.arrayContaining([...without]) })
  expect(query).toHaveProperty('without.length', without.length)
  expect(query).toHaveProperty('agencies', expect.not.arrayContaining([...without]))
})

test('Of one named behind those taken away the figure is asked', () => {
  expect(read('教体局依申请几件，科技局复议几件')).toBe('not_understood')
  expect(read('不含科技局，教体局依申请几件')).toMatchObject({ agencies: ['教育和体育局'] })
})
