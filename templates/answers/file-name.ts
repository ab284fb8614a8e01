import type { AskReply } from '../../src/questions/query/reply.ts'
import { plainTitle } from '../markdown.ts'
import { metricWords } from './figure-words.ts'
import { yearsWords } from './whose-words.ts'

/** The name of a file that goes with an answer: `2021—2025年本年新收政府信息公开申请.png`. */
export function fileNameOf({ query }: AskReply, ending: 'txt' | 'png'): string {
  const what = `${yearsWords(query.years)}${metricWords(query)}`.replaceAll(/[\\/:*?"<>|\s“”]/gu, '')
  return `${Array.from(plainTitle(what)).slice(0, 40).join('')}.${ending}`
}
