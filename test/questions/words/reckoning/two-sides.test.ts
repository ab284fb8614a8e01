import { describe, expect, test } from '@jest/globals'
import { read, type Expected } from '../read-question.ts'

const streets = ['鼓楼街道办事处', '龙桥街道办事处']

describe('two years, or two agencies', () => {
  test.each<[string, Expected]>([
    ['科技局今年依申请比去年多几件', { operation: 'compare', subject: 2025, base: 2024 }],
    ['科技局2023年依申请同比', { operation: 'compare', subject: 2023, base: 2022 }],
    ['科技局和教体局比2024年依申请谁多', { operation: 'compare', years: [2024], whose: 'named' }],
    ['2024年跟2023年比科技局依申请差多少', { operation: 'compare', subject: 2024, base: 2023 }],
    ['和上年比街道依申请多几件', { operation: 'compare', agencies: streets, subject: 2025, base: 2024 }],
    ['科技局2022年和2024年依申请对比', { operation: 'compare', subject: 2024, base: 2022 }],
    ['科技局2022年依申请比2024年少几件', { operation: 'compare', subject: 2022, base: 2024 }],
    ['比教体局，科技局2024年依申请多几件', { operation: 'compare', subject: '济宁市兖州区科学技术局' }],
    ['科技局依申请数量是增加了还是减少了', { operation: 'compare', subject: 2025, base: 2024 }],
    ['全区收到的申请跌了还是涨了', { operation: 'compare', subject: 2025, base: 2024, whose: 'all' }],
    ['科技局2024年收到的申请比2023年多吗', { operation: 'compare', subject: 2024, base: 2023 }],
    ['与上年相比，科技局2023年依申请增加多少', { operation: 'compare', subject: 2023, base: 2022 }],
    ['比上年2023年科技局依申请多几件', { operation: 'compare', subject: 2023, base: 2022 }],
    ['科技局、教体局两家2024年依申请谁多', { operation: 'compare' }],
  ])('%s', (question, query) => {
    expect(read(question)).toMatchObject({ metrics: ['requests.received.total'], ...query })
  })
})
