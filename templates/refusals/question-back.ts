import type { AskReply } from '../../src/questions/query/reply.ts'
import { escapeMarkdown } from '../markdown.ts'
import type { Example } from '../sample-questions.ts'
import { metricOption, numbered, sampleList, type Refused } from './refusal-words.ts'

/** Asks which of the questions that were offered is meant. */
export function whichOffer({ options }: AskReply): Refused {
  return {
    title: '请问是哪一个问题？',
    more: [numbered(options.map(escapeMarkdown)), '回复编号，我就回答。'],
  }
}

/** Asks for what was not said, or said in a way that fits several. */
export function questionBack({ slot, options, wording }: AskReply, example: Example): Refused {
  const { together = true } = wording
  const written = wording.refusal?.kind === 'ambiguous' ? escapeMarkdown(wording.refusal.written) : null
  switch (slot) {
    case 'agency':
      return whichAgency({ options, together, written }, example)
    case 'year':
      return {
        title: '请问您问的是哪一年？',
        more: [
          written === null ? null : `“${written}”还不能确定是哪一年。`,
          `请回复年份，例如“${example.year}年”或者“${example.year - 2}年到${example.year}年”。`,
        ],
      }
    case 'metric':
    case null:
      return {
        title: '请问您问的是哪一个数字？',
        more: [
          written === null ? null : `“${written}”可能指几个不同的数字。`,
          options.length === 0 ? null : numbered(options.map(metricOption)),
          howToChoose(options, together, sampleList(example)),
        ],
      }
  }
}

interface Asked {
  readonly options: readonly string[]
  readonly together: boolean
  readonly written: string | null
}

function whichAgency({ options, together, written }: Asked, example: Example): Refused {
  // Where no word stood for somebody, one agency is wanted: its findings, its carry-over.
  const all = example.alone || written === null ? '' : '要问合计，请写“各单位依申请一共多少件”。'
  return {
    title: '请问您问的是哪个单位？',
    more: [
      written === null ? null : `“${written}”还不能确定是谁。`,
      options.length === 0 ? null : numbered(options.map(escapeMarkdown)),
      howToChoose(options, together, `请回复单位名称，例如“${escapeMarkdown(example.agency)}”。${all}`),
    ],
  }
}

function howToChoose(options: readonly string[], together: boolean, without: string): string {
  if (options.length === 0) return without
  if (options.length === 1) return '请回复 1，或者写明是谁；要问所有单位的合计，请回复“各单位合计”。'
  const all = together ? '都要，请回复“都要”；' : ''
  return `请回复编号（1—${options.length}）或名称；${all}不问了，请回复“算了”。`
}
