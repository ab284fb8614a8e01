import { describe, expect, test } from '@jest/globals'
import { read } from '../read-question.ts'

const [received, handled, left] = [
  'requests.received.total',
  'requests.handledTotal.total',
  'requests.carriedForward.total',
]

describe('What is left is told beside what came in', () => {
  test.each([
    ['教体局收了几件，剩几件', [received, left]],
    ['教体局收到几件、办结几件、剩几件', [received, handled, left]],
    ['教体局收了几件，还剩几件', [received, left]],
    ['教体局收了多少，剩多少', [received, left]],
    ['教体局办结几件，剩下几件', [handled, left]],
    ['教体局依申请几件，剩几件', [received, left]],
  ])('%s', (question, metrics) => {
    expect(read(question)).toMatchObject({ metrics, agencies: ['教育和体育局'] })
  })
})

describe('What ends in 了 before a comma is a figure of its own', () => {
  test.each([
    ['教体局收了，办了几件', [received, handled]],
    ['教体局收到了，办结了几件', [received, handled]],
  ])('%s', (question, metrics) => {
    expect(read(question)).toMatchObject({ metrics })
  })

  test.each([['公开了，部分公开了的一共几件'], ['公开的，部分公开的，各几件'], ['公开了，不予公开的各几件']])(
    '%s asks back, and drops none',
    (question) => {
      expect(read(question)).toBe('metric')
    },
  )
})

test.each([['教体局复议几件，剩几件'], ['谁依申请最多，剩几件'], ['剩几件']])(
  'Of what %s asks is not known',
  (question) => {
    expect(read(question)).toBe('not_understood')
  },
)

test('信息公开 before a comma is what it is about', () => {
  expect(read('教体局信息公开，不予公开几件')).toMatchObject({ metrics: ['requests.denied.total'] })
})

test('A five-year plan to come is no year', () => {
  expect(read('教体局十五五依申请几件')).toBe('future_year')
  expect(read('教体局十五五期间依申请一共几件')).toBe('future_year')
  expect(read('教体局十四五依申请一共几件')).toMatchObject({ years: [2021, 2022, 2023, 2024, 2025] })
})
