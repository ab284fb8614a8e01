import type { AskReply } from '../../src/questions/query/reply.ts'
import { escapeMarkdown } from '../markdown.ts'
import type { Example } from '../sample-questions.ts'
import { metricOption, whatCanBeAsked, type Refused } from './refusal-words.ts'

/** Asks for what was not said, or said in a way that fits several. */
export function questionBack({ slot, options, wording }: AskReply, example: Example): Refused {
  const written = wording.refusal?.kind === 'ambiguous' ? escapeMarkdown(wording.refusal.written) : null
  switch (slot) {
    case 'agency':
      return {
        title: '请问您问的是哪个单位？',
        more: [
          written === null ? null : `“${written}”还不能确定是谁。`,
          numbered(options.map(escapeMarkdown)),
          howToChoose(
            options,
            `请写明单位再问一次，例如“${escapeMarkdown(example.agency)}依申请几件”；要问合计，请写“各单位依申请一共多少件”。`,
          ),
        ],
      }
    case 'year':
      return {
        title: '请问您问的是哪一年？',
        more: [
          written === null ? null : `“${written}”还不能确定是哪一年。`,
          `请回复一个年份，例如“${example.year}年”。`,
        ],
      }
    case 'metric':
    case null:
      return {
        title: '请问您问的是哪一个数字？',
        more: [
          written === null ? null : `“${written}”可能指几个不同的数字。`,
          numbered(options.map(metricOption)),
          howToChoose(options, whatCanBeAsked(example)),
        ],
      }
  }
}

function numbered(options: readonly string[]): string | null {
  return options.length === 0 ? null : options.map((option, index) => `${index + 1}. ${option}`).join('\n')
}

function howToChoose(options: readonly string[], without: string): string {
  if (options.length === 0) return without
  return options.length === 1
    ? '请回复 1 或者写明。'
    : `请回复编号（1—${options.length}）或名称；都要，请回复“都要”；不问了，请回复“算了”。`
}
