import { escapeMarkdown } from './markdown.ts'

/** An agency and a year to make examples of: with a stored report, so that the examples work as they stand. */
export interface Example {
  readonly agency: string
  readonly year: number
}

/** Where nothing is stored that could be an example. */
export const anyExample: Example = { agency: '科技局', year: 2023 }

/** Questions that are answered. */
export function sampleQuestions({ agency, year }: Example): readonly string[] {
  return [
    '本年依申请数量',
    `${escapeMarkdown(agency)}${year}年收到多少件申请`,
    `${year}年各单位依申请一共多少件`,
    `${year}年不予公开最多的三个单位`,
    `${escapeMarkdown(agency)}${year}年公开率`,
    '哪些单位还没交年报',
  ]
}
