import { childrenOf } from '../../../query/children.ts'
import {
  nothingTold,
  type Choice,
  type Conversation,
  type OpenQuestion,
  type Settled,
} from '../../../query/conversation.ts'
import { isMetric } from '../../../query/metric-table.ts'
import { picksOut } from '../../../query/picks-out.ts'
import type { Query } from '../../../query/query.ts'
import { mentionsOf } from '../../figures/figures.ts'
import { namedFigure } from '../../figures/named-figure.ts'
import { withoutGreeting } from '../../text/courtesy.ts'
import { normaliseQuestion } from '../../text/normalise.ts'
import type { Token } from '../../tokens/roles.ts'
import { saysYears } from '../../years/years-read.ts'
import { withoutCorrection } from '../correction.ts'
import { goesOn } from '../fragment.ts'
import { anotherOption } from './another-option.ts'
import { answerTo, isBeyond, wantsAll, withChoices } from './question-back.ts'
import { readQuestion, tokensOf } from '../read-question.ts'
import type { ParseContext, Refusal } from '../reading.ts'
import { saysPlaceAlone } from '../told/place-of-nothing.ts'
import { answerByPlace } from './place-answer.ts'
import { completes, isVague, saidBesides, withSaid } from './said-besides.ts'
import { spokenOf } from '../spoken-of.ts'
import { heardIn, isNoQuestion, turn, type Turn } from '../turn.ts'

/** What a turn is read against. */
export interface Asker {
  readonly context: ParseContext
  readonly before: Conversation
  /** Reads a question; `on`: it goes on from what was spoken of. */
  readonly read: (
    question: string,
    context: ParseContext,
    conversation: Conversation,
    choices: readonly Choice[],
    on: boolean,
  ) => Turn
}

/**
 * A turn after a question back: it settles it, says more of what was asked, or names what was missing. Null where it is
 * about something else.
 */
export function afterQuestionBack(open: OpenQuestion, question: string, asker: Asker): Turn | null {
  const { context, before, read } = asker
  if (!open.together && wantsAll(open, question)) return askedAgain(open, before)
  // A number beyond the options: they are named again.
  if (isBeyond(open, question)) return askedAgain(open, before)
  const choice = choiceIn(open, question, context)
  if (choice === null) return besidesAnswer(open, question, asker)
  const { chosen } = choice
  const isSome = chosen.length > 1 && chosen.length < open.options.length
  if (isSome && (overlap(chosen) || !canBeAsked({ ...open, chosen }, context, before)))
    return askedAgain(open, before)
  const unsettled = before.unsettled?.besideOpen === true ? null : before.unsettled
  return settledBy(choice, open, { context, before: { ...before, unsettled }, read })
}

/** 2, 临溪的, 我指不予公开的. */
function choiceIn(open: OpenQuestion, question: string, context: ParseContext): Choice | null {
  const text = normaliseQuestion(question)
  const said = withoutCorrection(text) ?? text
  const tokens = tokensOf(said, context)
  return answerByPlace(open, tokens, context) ?? answerTo(open, said, tokens)
}

/** The open question with what was chosen. */
function settledBy(choice: Choice, open: OpenQuestion, { context, before, read }: Asker): Turn {
  const result = read(open.question, context, before, [...open.choices, choice], open.goesOn)
  const { read: found, conversation } = result
  // 第二个 of a list that was told is one of that list.
  if (found.kind !== 'query' || picksOut(found.query)) return result
  return { ...result, conversation: { ...conversation, settled: { open, chosen: choice.chosen } } }
}

/** 第二个呢 after an answer for the first option of a question back; null where the turn is about something else. */
export function afterOption({ open, chosen }: Settled, question: string, asker: Asker): Turn | null {
  const tokens = tokensOf(normaliseQuestion(question), asker.context)
  const choice = anotherOption({ open, chosen }, question, tokens)
  if (choice === null) return null
  // 和去年比 left out the figure, and goes on now from an answer that has one.
  return settledBy(choice, open.written === null ? { ...open, question: '呢', choices: [] } : open, asker)
}

/** 第三名呢 to who the first one is settles nothing. */
function besidesAnswer(open: OpenQuestion, question: string, asker: Asker): Turn | null {
  const isPlace = saysPlaceAlone(tokensOf(normaliseQuestion(question), asker.context))
  return isPlace && open.slot === 'agency' ? askedAgain(open, asker.before) : joined(open, question, asker)
}

/** 予以公开 and the sum of 予以公开和部分公开 are no two figures. */
function overlap(chosen: readonly string[]): boolean {
  const metrics = chosen.filter(isMetric)
  return metrics.some((whole) => childrenOf(whole).some(({ metric }) => metrics.includes(metric)))
}

/** 依申请的 of what was made public: asks again, for the rows of the requests alone. */
function narrowed(open: OpenQuestion, tokens: readonly Token[], { context, before }: Asker): Turn {
  const isOfRequests = tokens.some(({ role }) => role.is === 'row' && role.weight === 'context')
  const rows = open.options.filter((option) => option.startsWith('requests.'))
  if (!isOfRequests || rows.length < 2 || rows.length === open.options.length) return askedAgain(open, before)
  const left = { ...open, options: rows }
  const together = !overlap(rows) && canBeAsked({ ...left, chosen: rows }, context, before)
  return askedAgain({ ...left, together }, { ...before, open: { ...left, together } })
}

/** Whether a question with all options in it is one that is answered, or leads to another question back. */
export function canBeAsked(
  {
    question,
    slot,
    written,
    choices,
    chosen,
    goesOn: on,
  }: Omit<OpenQuestion, 'options' | 'together'> & Choice,
  context: ParseContext,
  conversation: Conversation,
): boolean {
  if (chosen.length < 2) return false
  const all = [...choices, { slot, written, chosen }]
  const { outcome } = readQuestion(question, context, conversation, all, on)
  return outcome.ok || outcome.refusal.kind === 'clarify'
}

/**
 * What is said of the open question without settling it (教体局, 2023年的) joins it; null where the turn is about
 * something else. What cannot be joined is declined, and the question stays open as it was.
 */
function joined(open: OpenQuestion, question: string, asker: Asker): Turn | null {
  const { context, before } = asker
  if (before.unsettled?.besideOpen === true) return null
  const text = normaliseQuestion(question)
  const said = (withoutCorrection(text) ?? withoutGreeting(text)).replace(/^(?:是|要|选|问的是)/u, '')
  const tokens = tokensOf(said, context)
  if (isVague(tokens, open)) return narrowed(open, tokens, asker)
  const spoken = withChoices(tokensOf(normaliseQuestion(open.question), context), open.choices, (one) =>
    tokensOf(one, context),
  )
  const near = mayBeSpokenOf(open, spoken).some((query) => goesOn(tokens, said, query))
  const besides = saidBesides(tokens, open, near)
  const fits = withSaid(spoken, tokens) !== null
  // 教育局复议占全区多少 names two, and is whole with the year that is open.
  const isMore = besides.length === 0 || (!fits && besides.includes('metric'))
  const more = isMore && completes(tokens, open) ? completed(open, question, asker) : null
  if (more !== null || besides.length === 0) return more
  return fits ? withBesides(open, question, said, asker) : leftAside(question, asker)
}

/** 教体局, 2023年的: in the open question; what is still not there may be followed by another name or year. */
function withBesides(open: OpenQuestion, question: string, said: string, asker: Asker): Turn {
  const { context, before, read } = asker
  const choices: readonly Choice[] = [...open.choices, { slot: 'besides', written: null, chosen: [said] }]
  const result = read(open.question, context, before, choices, open.goesOn)
  if (result.read.kind !== 'none') return result
  if (isNoQuestion(result.read)) return leftAside(question, asker)
  return { ...result, conversation: { ...result.conversation, open: { ...open, choices } } }
}

function leftAside(question: string, { before }: Asker): Turn {
  const declined = { kind: 'words', words: [question.trim()] } as const
  return turn({ kind: 'none', reason: 'not_understood', detail: declined }, before)
}

/**
 * 2024年, then 教育局复议情况; 公开了几件, then 最多的是谁: what was said so far of whose and when holds. Null where nothing
 * is asked.
 */
function completed(open: OpenQuestion, question: string, asker: Asker): Turn | null {
  const { context, before, read } = asker
  const result = read(question, context, spokenInOpen(open, asker), [], true)
  if (result.read.kind === 'query') return result
  if (result.read.kind === 'clarify') return withOptionsOf(open, result, asker)
  const isAnother = read(question, context, before, [], false).read.kind === 'query'
  return isAnother ? { ...result, conversation: before } : null
}

/** What was said before a question back was answered, as far as it is certain. */
function spokenInOpen(open: OpenQuestion, { context, before }: Asker): Conversation {
  const { question, choices, slot, options } = open
  const { reading, byDefault, byCalendar } = readQuestion(question, context, before, choices, open.goesOn)
  const { metrics } = heardIn(reading)
  const named = metrics.length > 0 ? metrics : (reading.before?.query.metrics ?? [])
  const meant = metrics.filter((metric) => options.includes(metric))
  const last = spokenOf(reading, slot === 'metric' ? meant : named)
  // Nothing was told yet that 去年 could be counted from.
  const isSaid = saysYears(reading) || reading.before !== null
  return {
    ...{ ...before, open: null, unsettled: null, byDefault, byCalendar, ...nothingTold },
    last: isSaid ? last : { ...last, years: [] },
  }
}

/** The same question back goes on with the same options. */
function withOptionsOf(open: OpenQuestion, result: Turn, { context }: Asker): Turn {
  const { read, conversation } = result
  const { slot, options, written } = open
  const isSame = read.kind === 'clarify' && read.slot === slot && read.detail === null
  if (!isSame || conversation.open === null || written === null) return result
  const again = { ...conversation.open, options }
  const together = canBeAsked({ ...again, chosen: options }, context, conversation)
  return {
    ...result,
    read: { ...read, options, detail: { kind: 'ambiguous', written }, together },
    conversation: { ...conversation, open: { ...again, together } },
  }
}

/** What a turn after a question back may go on from: each figure that it named, or may have meant. */
function mayBeSpokenOf({ slot, options }: OpenQuestion, spoken: readonly Token[]): readonly Query[] {
  const named = mentionsOf(spoken).map(({ parts }) => namedFigure(parts))
  const metrics = named.flatMap((one) => (one.kind === 'metric' ? [one.metric] : []))
  const meant = slot === 'metric' ? options.filter(isMetric) : []
  const query = { intent: 'data', agencies: [], years: [], operation: 'value' } as const
  return [[], ...[...metrics, ...meant].map((metric) => [metric])].map((one) => ({ ...query, metrics: one }))
}

/** The same question back. */
export function askedAgain(open: OpenQuestion, before: Conversation): Turn {
  return turn(again(open), before)
}

function again({ slot, options, written, together }: OpenQuestion): Refusal {
  const detail = written === null ? null : ({ kind: 'ambiguous', written } as const)
  return { kind: 'clarify', slot, options, detail, together }
}
