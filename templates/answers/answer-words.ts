import type { AskReply, Label } from '../../src/questions/query/reply.ts'
import type { Operation } from '../../src/questions/query/query.ts'
import { carryCount, carryWords } from './carry-words.ts'
import { compareWords } from './compare-words.ts'
import { grewCount } from './growth-words.ts'
import type { AnswerLine } from './answer-line.ts'
import { detailWords, listWords, namesWords, trendWords } from './list-words.ts'
import { quoteWords } from './quote-words.ts'
import { rankWords } from './rank-words.ts'
import { reportWords } from './report-words.ts'
import type { Said } from './said.ts'
import { averageWords, countWords, numberWords, positionWords, shareWords } from './single-words.ts'
import { cellLines } from './source-words.ts'

/** An answer in words; null where there is none. */
export function answerWords(reply: AskReply): Said | null {
  const { answer, query } = reply
  if (answer === null || query.operation === null) return null
  if (query.intent === 'reports') return reportWords(reply)
  if (query.operation !== 'explain') return wordsFor(reply, query.operation)
  const said = wordsFor(reply, query.explains ?? 'value')
  // The answer again, and every cell it was made of.
  return said === null ? null : { ...said, cells: cellLines(reply) }
}

function wordsFor(reply: AskReply, operation: Operation): Said | null {
  const { answer } = reply
  if (typeof answer === 'number') return (ofNumber[operation] ?? numberWords)(reply, answer)
  if (typeof answer === 'string') return operation === 'quote' ? quoteWords(reply, answer) : null
  if (answer === null) return null
  const lines = linesOf(answer, reply.extras)
  if (lines === null) return namesWords(reply, answer.map(String))
  return reply.query.carryOver === true
    ? carryWords(reply, lines)
    : (ofLines[operation] ?? listWords)(reply, lines)
}

const ofNumber: Partial<Readonly<Record<Operation, (reply: AskReply, answer: number) => Said>>> = {
  average: averageWords,
  share: shareWords,
  position: positionWords,
  count: (reply, answer) => countedWords(reply)(reply, answer),
  quote: quoteWords,
}

function countedWords({ query }: AskReply): (reply: AskReply, answer: number) => Said {
  if (query.carryOver === true) return carryCount
  return query.growth === undefined ? countWords : grewCount
}

const ofLines: Partial<Readonly<Record<Operation, (reply: AskReply, lines: readonly AnswerLine[]) => Said>>> =
  {
    rank: rankWords,
    compare: compareWords,
    trend: trendWords,
    detail: detailWords,
  }

/** The lines of a list of figures; null for a list of names. */
function linesOf(
  answer: readonly unknown[],
  { fractions }: AskReply['extras'],
): readonly AnswerLine[] | null {
  if (answer.some((entry) => !Array.isArray(entry))) return null
  return answer.map((entry, index) => {
    const parts = entry as readonly (Label | null)[]
    const value = parts.at(-1)
    return {
      labels: parts.slice(0, -1).filter((part): part is Label => part !== null),
      value: typeof value === 'number' ? value : null,
      parts: fractions?.[index] ?? null,
    }
  })
}

/** What a notification shows: the first line, or how many lines there are. */
export function titleWords({ first, lines = [] }: Said): string {
  const plain = first.replaceAll('**', '').replaceAll('\\', '')
  const [only, ...more] = lines
  if (only === undefined) return plain
  return more.length === 0 ? `${plain}：${only.replaceAll('\\', '')}` : `${plain}：${lines.length} 行`
}
