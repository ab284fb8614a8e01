import { expect, test } from '@jest/globals'
import { read } from '../read-question.ts'

test.each([
  ['科技局2024年结转对得上吗', { operation: 'compare', carryOver: true, subject: 2024, base: 2023 }],
  ['科技局结转两年对不上', { operation: 'compare', carryOver: true, subject: 2025 }],
  ['全区2024年结转对得上吗', { operation: 'list', carryOver: true, whose: 'all', subject: 2024, base: 2023 }],
  ['哪些单位2024年结转对不上', { operation: 'list', carryOver: true, whose: 'all', subject: 2024 }],
  [
    '2024年结转对得上的部门有哪些',
    { operation: 'list', carryOver: true, whose: 'department', where: [{ op: '=', value: 0 }] },
  ],
  ['有几个部门2024年结转对不上', { operation: 'count', carryOver: true, whose: 'department' }],
])('%s is whether two years agree', (question, query) => {
  const found = read(question)
  expect(found).toMatchObject(query)
  expect(found).toMatchObject({ metrics: ['requests.carriedIn.total', 'requests.carriedForward.total'] })
})

test.each(['哪些单位的复议对不上', '科技局2021到2023年结转对得上吗', '科技局有几家结转对不上'])(
  '%s is not understood',
  (question) => {
    expect(read(question)).toBe('not_understood')
  },
)
