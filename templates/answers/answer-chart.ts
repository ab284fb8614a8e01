import type { NamedChart } from '../../src/bot.ts'
import { chartOfAnswer, type AnswerWords } from '../../src/charts/chart-of-answer.ts'
import type { AskReply, Label } from '../../src/questions/query/reply.ts'
import { placeOf } from '../../src/roster/place.ts'
import { withoutMarks } from '../markdown.ts'
import { answerWords } from './answer-words.ts'
import { undividedWords } from './caveat-words.ts'
import { metricWords } from './figure-words.ts'
import { fileNameOf } from './file-name.ts'
import { labelWords } from './label-words.ts'
import { tablesWords } from './source-words.ts'
import { subjectWords, yearsWords } from './whose-words.ts'

/** What is drawn beside an answer; null where nobody would rather look. */
export function answerChart(reply: AskReply): NamedChart | null {
  const { query } = reply
  if (query.intent !== 'data') return null
  const place = sharedPlace(reply)
  const words: AnswerWords = {
    title: titleOf(reply),
    source: tablesWords(reply),
    notes: notesOf(reply, place),
    labelOf: (label) =>
      withoutMarks(labelWords(label, query)).slice(isAgency(label, reply) ? place.length : 0),
  }
  const chart = chartOfAnswer(reply, words)
  return chart === null ? null : { chart, name: fileNameOf(reply, 'png') }
}

/** The first line of the answer, without the figures that stand in one. */
function titleOf(reply: AskReply): string {
  const { query } = reply
  if (query.operation === 'compare') {
    const isOfAgencies = typeof query.subject === 'string'
    const whose = isOfAgencies ? yearsWords(query.years) : subjectWords(reply)
    return withoutMarks(`${whose} ${metricWords(query)}`)
  }
  const first = withoutMarks(answerWords(reply)?.first ?? '')
  // Figures asked for together are told one by one in the text.
  return query.metrics.length > 1 ? `${first} ${metricWords(query)}` : first
}

/** Longer notes would hide the picture; the text has them whole. */
const longestNote = 160

function notesOf(reply: AskReply, place: string): readonly string[] {
  const failed = reply.caveatCodes.indexOf('check_failed')
  const caveats = reply.caveats.map((text, at) => (at === failed ? `${text}，数字照报告原样` : text))
  const undivided = undividedWords(reply)
  return [
    ...caveats,
    ...(undivided === null ? [] : [withoutMarks(undivided).replace(/。$/u, '')]),
    ...(place === '' ? [] : [`图中单位名称省去了“${place}”`]),
  ].map(shortNote)
}

/** Cut behind a whole name. */
function shortNote(text: string): string {
  const characters = Array.from(text)
  if (characters.length <= longestNote) return text
  const cut = characters.slice(0, longestNote).join('')
  const end = Math.max(...['、', '；', '：', '，'].map((mark) => cut.lastIndexOf(mark)))
  return `${end > 0 ? cut.slice(0, end) : cut}……（全文见文字答复）`
}

function isAgency(label: Label, { query }: AskReply): label is string {
  return typeof label === 'string' && query.agencies.includes(label)
}

/** 济宁市兖州区, where every agency of the picture begins with it: it would only make the names long. */
function sharedPlace(reply: AskReply): string {
  const { answer } = reply
  if (answer === null || typeof answer !== 'object') return ''
  const names = answer.flat().filter((label): label is string => label !== null && isAgency(label, reply))
  const places = new Set(names.map(placeOf))
  const [place = ''] = places
  const isShared = places.size === 1 && new Set(names).size > 1
  return isShared && names.every((name) => name.length >= place.length + 2) ? place : ''
}
