import type { Example } from '../src/questions/example.ts'
import { escapeMarkdown } from './markdown.ts'

export type { Example } from '../src/questions/example.ts'

/** Where nothing is stored that could be an example. */
export const anyExample: Example = { agency: '科技局', year: 2023, alone: false }

/** Questions that are answered. */
export function sampleQuestions(example: Example): readonly string[] {
  const { agency, year } = example
  if (example.alone) return ownQuestions(example)
  return [
    '本年依申请数量',
    `${escapeMarkdown(agency)}${year}年收到多少件申请`,
    `${year}年各单位依申请一共多少件`,
    `${year}年不予公开最多的三个单位`,
    `${escapeMarkdown(agency)}${year}年公开率`,
    '哪些单位还没交年报',
  ]
}

/** Where one agency alone may be asked about, it need not be named. */
function ownQuestions({ year }: Example): readonly string[] {
  return [
    '本年依申请数量',
    `${year}年依申请情况`,
    `${year}年不予公开多少件`,
    `${year}年公开率`,
    '近三年依申请趋势',
    `我们${year}年的年报哪里有错`,
  ]
}

/** A few of them, of different kinds: beside a refusal a whole list hides what is said. */
export function fewQuestions(example: Example): readonly string[] {
  return sampleQuestions(example).filter((_, index) => index % 2 === 1)
}
