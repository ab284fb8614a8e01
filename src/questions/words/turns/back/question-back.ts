import { withoutCourtesy } from '../../text/courtesy.ts'
import { normaliseQuestion } from '../../text/normalise.ts'
import type { Choice, OpenQuestion } from '../../../query/conversation.ts'
import { mentionsOf } from '../../figures/figures.ts'
import type { Named, Part } from '../../figures/metric-of.ts'
import { namedFigure } from '../../figures/named-figure.ts'
import { isMetric, metricInfo } from '../../../query/metric-table.ts'
import { numberOf } from '../../text/numerals.ts'
import { isFigureRole, type Role, type Token } from '../../tokens/roles.ts'
import { optionNumbers } from './option-numbers.ts'
import { withSaid } from './said-besides.ts'

const all = /^(?:都要|全要|都看|全部|都|所有|都算|(?:两|三|四)个都要|都列出来|全都要|都查)$/u
/** 第二呢, 倒数第二个 after 倒数第一是谁: another place. */
const place = /^(?:倒数第?[\d一二两三四五六七八九十]|第[\d一二两三四五六七八九十]+[名位个家]?呢)/u
const asksPlace = /(?:第[\d一二两三四五六七八九十]|[最末垫]|排名)/u

/** Whether a turn names another place than the open question, and no option. */
function namesPlace(open: OpenQuestion, question: string): boolean {
  return (
    asksPlace.test(normaliseQuestion(open.question)) &&
    place.test(withoutCourtesy(normaliseQuestion(question)))
  )
}

const nth = /^第?([1-9一二两三四五六七八九])(?:个|项|家|种)?$/u

/**
 * Reads a turn as the answer to a question back: the numbers of options, their names, or a word that fits one of them
 * alone. Null where it is none.
 */
export function answerTo(open: OpenQuestion, question: string, tokens: readonly Token[]): Choice | null {
  const text = plainAnswer(question)
  const settled = (chosen: readonly string[]): Choice => ({
    ...{ slot: open.slot, written: open.written, chosen },
  })
  if (namesPlace(open, question)) return null
  if (wantsAll(open, question)) return open.together ? settled(open.options) : null
  const numbers = numbersIn(open, question)
  if (numbers !== null) return settled(numbers.flatMap((one) => open.options[one - 1] ?? []))
  const option = optionNumbered(open, question)
  if (option !== null) return settled([option])
  const named = namedOption(open, text, tokens)
  if (named !== null) return settled([named])
  const several = namedOptions(open, tokens)
  return several.length > 1 ? settled(several) : null
}

/** 第二个, 2: the option in that place; null where none is told so, or there is none. */
export function optionNumbered({ options }: OpenQuestion, question: string): string | null {
  const number = nth.exec(plainAnswer(question))?.[1]
  return number === undefined ? null : (options[(numberOf(number) ?? 0) - 1] ?? null)
}

/** 1和2, 前两个, 最后一个; null where no place in the list is told so. */
function numbersIn({ options, slot }: OpenQuestion, question: string): readonly number[] | null {
  if (options.length === 0 || slot === 'year') return null
  const numbers = optionNumbers(stripped(question), options.length)
  return numbers === null ? null : [...new Set(numbers)].sort((one, other) => one - other)
}

/** 都要. */
export function wantsAll({ options }: OpenQuestion, question: string): boolean {
  return options.length > 1 && all.test(plainAnswer(question))
}

/** 9 where there are three: the number of no option. */
export function isBeyond(open: OpenQuestion, question: string): boolean {
  const { options, slot } = open
  if (namesPlace(open, question)) return false
  const numbers = numbersIn(open, question)
  if (numbers !== null) return numbers.length === 0 || numbers.some((one) => options[one - 1] === undefined)
  const number = /^第?(\d{1,2}|[一二两三四五六七八九十]{1,2})(?:个|项|家|种)?$/u.exec(
    plainAnswer(question),
  )?.[1]
  if (number === undefined || options.length === 0 || slot === 'year') return false
  const value = numberOf(number) ?? 0
  return value < 1 || value > options.length
}

function plainAnswer(question: string): string {
  return stripped(question).replaceAll(/[,.]/gu, '')
}

function stripped(question: string): string {
  return withoutCourtesy(normaliseQuestion(question)).replaceAll(
    /[,.]+$|(?:的)?(?:那个|那家|这个|这家)[,.]*$|[吧呢啊的呀]+[,.]*$|^(?:是|选|要|问的是)/gu,
    '',
  )
}

function namedOption(open: OpenQuestion, text: string, tokens: readonly Token[]): string | null {
  if (open.slot === 'agency') return namedAgency(open, text, tokens)
  return open.slot === 'metric' ? (optionNamed(open, tokens) ?? byLabel(open, text)) : namedYear(text, tokens)
}

/** 不予公开和无法提供, 月湖和铁岭: several of the options by their names, and nothing else. */
function namedOptions({ slot, options }: OpenQuestion, tokens: readonly Token[]): readonly string[] {
  if (slot === 'year') return []
  if (slot === 'agency') {
    const names = tokens.flatMap(({ role }) => (role.is === 'agency' ? role.names : []))
    return only(tokens, 'agency', 'and') && names.every((name) => options.includes(name)) ? names : []
  }
  if (!tokens.every(({ role }) => [...beside, 'and'].includes(role.is) || isFigureRole(role))) return []
  const named = mentionsOf(tokens).map(({ parts }) => namedFigure(parts))
  const chosen = named.flatMap((figure) => (figure.kind === 'metric' ? [figure.metric] : []))
  const areOptions = chosen.length === named.length && chosen.every((metric) => options.includes(metric))
  return areOptions ? chosen : []
}

const beside: readonly Role['is'][] = ['empty', 'mark', 'goesOn']

function only(tokens: readonly Token[], ...roles: readonly Role['is'][]): boolean {
  return tokens.every(({ role }) => beside.includes(role.is) || roles.includes(role.is))
}

function namedAgency({ options }: OpenQuestion, text: string, tokens: readonly Token[]): string | null {
  const names = tokens.flatMap(({ role }) => (role.is === 'agency' ? role.names : []))
  const fits = options.filter((option) => names.includes(option))
  if (only(tokens, 'agency') && names.length > 0) {
    if (fits.length === 1) return fits[0] ?? null
    return options.length === 0 && names.length === 1 ? (names[0] ?? null) : null
  }
  const inside = text.length === 0 ? [] : options.filter((option) => option.includes(text))
  return inside.length === 1 ? (inside[0] ?? null) : null
}

/** The option that a figure's name, its part or its group of table 四 fits alone; null where there is none. */
export function optionNamed({ options, written }: OpenQuestion, tokens: readonly Token[]): string | null {
  if (!tokens.every(({ role }) => beside.includes(role.is) || isFigureRole(role) || role.is === 'howMany'))
    return null
  const [mention, ...others] = mentionsOf(tokens)
  const named = mention === undefined || others.length > 0 ? null : namedFigure(mention.parts)
  // Where no words were to be settled, what is offered are examples.
  if (named?.kind === 'metric' && (options.length === 0 || written === null)) return named.metric
  const fits = options.filter((option) => named !== null && isNamed(option, named))
  return fits.length === 1 ? (fits[0] ?? null) : null
}

/** 上年 for 上年结转: a word that stands in the name of one option alone. */
function byLabel({ options }: OpenQuestion, text: string): string | null {
  if (text.length < 2) return null
  const fits = options.filter((option) => isMetric(option) && isWithin(text, metricInfo(option).label))
  return fits.length === 1 ? (fits[0] ?? null) : null
}

/** In a sum of two (予以公开和部分公开) a word of one of them is not its name. */
function isWithin(text: string, label: string): boolean {
  return label.includes(text) && !label.includes('和')
}

/** Whether what was said names an option: whole, by its part (制发的), or by its group of table 四 (复议的). */
function isNamed(option: string, named: Named): boolean {
  if (named.kind === 'part')
    return named.part.is !== 'proportion' && option.endsWith(`.${wordOf(named.part)}`)
  if (named.kind !== 'metric') return false
  const group = /^review\.(\w+)\.total$/u.exec(named.metric)?.[1]
  const isOfGroup =
    group !== undefined && new RegExp(`^review\\.${group}\\.|^rate\\..+\\.${group}$`, 'u').test(option)
  return option === named.metric || isOfGroup
}

function wordOf(part: Exclude<Part, { is: 'proportion' }>): string {
  switch (part.is) {
    case 'column':
      return part.column
    case 'result':
      return part.result
    case 'member':
      return part.member
    case 'reviewRate':
      return part.rate
  }
}

function namedYear(text: string, tokens: readonly Token[]): string | null {
  return only(tokens, 'years') && tokens.some(({ role }) => role.is === 'years') ? text : null
}

/** The tokens of the question with what was chosen in its place. */
export function withChoices(
  tokens: readonly Token[],
  choices: readonly Choice[],
  read: (text: string) => readonly Token[],
): readonly Token[] {
  return choices.reduce((sofar, choice) => withChoice(sofar, choice, read), tokens)
}

function withChoice(
  tokens: readonly Token[],
  { slot, written, chosen }: Choice,
  read: (text: string) => readonly Token[],
): readonly Token[] {
  if (slot === 'besides') return withSaid(tokens, chosen.flatMap(read)) ?? tokens
  const added = joined(chosen.map((one) => tokensFor(slot, one, read)))
  const each: readonly Token[] = chosen.length > 1 ? [{ text: '', role: { is: 'each' } }] : []
  const at =
    written === null ? -1 : tokens.findIndex((token) => written.includes(token.text) && isFor(slot, token))
  if (at === -1) return [...tokens, ...added, ...each]
  const rest = tokens
    .slice(at + 1)
    .filter(
      (token) => slot !== 'metric' || !(written?.includes(token.text) === true && isFigureRole(token.role)),
    )
  return [...withoutKind(tokens.slice(0, at), slot), ...added, ...rest, ...each]
}

/** 镇 of 镇政府 says no more once it is known which. */
function withoutKind(before: readonly Token[], slot: OpenQuestion['slot']): readonly Token[] {
  return slot === 'agency' && before.at(-1)?.role.is === 'kind' ? before.slice(0, -1) : before
}

function isFor(slot: OpenQuestion['slot'], { role }: Token): boolean {
  if (slot === 'metric') return isFigureRole(role)
  return slot === 'year' ? role.is === 'years' : ['agency', 'own', 'oneOf', 'place'].includes(role.is)
}

function tokensFor(
  slot: OpenQuestion['slot'],
  one: string,
  read: (text: string) => readonly Token[],
): readonly Token[] {
  if (slot === 'agency') return [{ text: one, role: { is: 'agency', names: [one] } }]
  if (slot === 'year') return read(one)
  return isMetric(one) ? [{ text: metricInfo(one).label, role: { is: 'metric', metric: one } }] : []
}

function joined(parts: readonly (readonly Token[])[]): readonly Token[] {
  return parts.flatMap((part, index) =>
    index === 0 ? part : [{ text: '、', role: { is: 'and' } } as const, ...part],
  )
}
