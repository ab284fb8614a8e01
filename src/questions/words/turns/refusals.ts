import { textOf } from '../tokens/text-of.ts'
import { nearestNames } from '../../../roster/agency-names.ts'
import type { Directory } from '../whose/mentions.ts'
import { none, rolesOf, textsOf, type Reading, type Refusal } from './reading.ts'
import { asksAboutReports } from '../reports/reports-query.ts'
import { isFigureRole, type Role, type Token } from '../tokens/roles.ts'

/** Roles that carry no meaning of this trade: a text with none but these is no question of figures. */
const meaningless: readonly Role['is'][] = [
  ...([
    'empty',
    'mark',
    'left',
    'and',
    'towards',
    'number',
    'unit',
    'howMany',
    'confirm',
    'whether',
    'goesOn',
  ] as const),
  ...([
    'thanks',
    'conjunction',
    'plus',
    'place-number',
    'top',
    'days',
    'condition',
    'exceptEnd',
    'than',
    'kind',
  ] as const),
]

/**
 * The reason the words themselves give for not answering, if any. Asked in this order: help, what is no question of
 * figures, what the tables do not hold, words that nothing claims.
 */
export function refusalOf(reading: Reading): Refusal | null {
  const { context } = reading
  const tokens = withCompounds(reading.tokens)
  if (tokens.every(({ role }) => polite.includes(role.is)))
    return { kind: 'help', ...(reading.has('thanks') ? { dropped: true as const } : {}) }
  if (isAcknowledgement(reading)) return { kind: 'help', dropped: true }
  if (tokens.some(({ role }) => role.is === 'outOfScope')) return none('out_of_scope').refusal
  const held = textsOf(tokens, 'notHeld')
  if (held.length > 0) return none('not_in_tables', { kind: 'not_held', what: held.join('、') }).refusal
  if (isWithinAYear(reading)) return none('not_annual').refusal
  return (
    leftOver(tokens, context.directory) ??
    withoutDenominator(tokens) ??
    asksOfReceipt(tokens) ??
    oddWords(tokens, reading)
  )
}

/** What is said in a group in answer to somebody, though each word has another use in a question. */
const acknowledges =
  /^,*(?:没问题|没有问题|合格|通过|已报|已交|交了|已办结|好|行|好[滴嘞哒]|赞|早|已?收到|改好|改|知道|明白|了解|可以|ok|辛苦|谢谢|多谢|感谢|谢)(?:[了的哈啦呀哦]|各位|大家)*[,.]*$/u

/** 收到, 没问题, 处理了: said in answer to somebody, and no question of a figure. */
function isAcknowledgement({ tokens, before }: Reading): boolean {
  if (acknowledges.test(textOf(tokens))) return true
  const isVerb = ({ role }: Token): boolean => role.is === 'row' && role.weight === 'verb'
  return (
    before === null &&
    tokens.some(isVerb) &&
    tokens.every((token) => isVerb(token) || polite.includes(token.role.is))
  )
}

/** 科技局收到了吗: a notice, a report or requests? */
function asksOfReceipt(tokens: readonly Token[]): Refusal | null {
  const [verb, ...more] = tokens.filter(({ role }) => !['agency', 'own', 'mark', 'empty'].includes(role.is))
  const isAsked = tokens.at(-1)?.text === '吗' || tokens.at(-1)?.text === '没'
  if (verb === undefined || !/^收到了?$/u.test(verb.text) || more.length > 0 || !isAsked) return null
  return none('not_understood', { kind: 'words', words: [verb.text] }).refusal
}

/** 简易程序: with an unknown word before it, a noun of procedure is a part of that word and asks nothing. */
function withCompounds(tokens: readonly Token[]): readonly Token[] {
  const result: Token[] = []
  for (const token of tokens) {
    const before = result.at(-1)
    const isNoun =
      token.role.is === 'outOfScope' && /^(?:程序|流程|标准|规定|期限|时限|条例)$/u.test(token.text)
    if (isNoun && before?.role.is === 'left') {
      result[result.length - 1] = { ...before, text: before.text + token.text }
    } else result.push(token)
  }
  return result
}

/** Months and days of requests; 截至目前 and 昨天 of the reports themselves are fine. */
function isWithinAYear(reading: Reading): boolean {
  const { has, before, tokens } = reading
  // 今天真冷 is no question of figures.
  const asksFigure = tokens.some(
    ({ role }) => isFigureRole(role) || role.is === 'agency' || role.is === 'group',
  )
  if (has('notAnnual')) return !has('filing')
  if (has('untilNow')) return !asksAboutReports(reading)
  return has('days') && asksFigure && !has('filing') && before?.query.intent !== 'reports'
}

const polite: readonly Role['is'][] = ['empty', 'mark', 'help', 'confirm', 'thanks', 'goesOn']

/** Words that mean something beside others, and stand beside none or the wrong ones. */
function oddWords(tokens: readonly Token[], { before }: Reading): Refusal | null {
  const solid = tokens.filter(({ role }) => role.is !== 'empty' && role.is !== 'mark')
  const compares = solid.some(({ role }) =>
    ['compared', 'change', 'than', 'whoMore', 'matches'].includes(role.is),
  )
  const odd = solid.flatMap(({ role, text }, index) => {
    const [before, after] = [solid[index - 1]?.role, solid[index + 1]?.role]
    const isFree = compares || text === '还有' || text === '、'
    const isOdd =
      (role.is === 'plus' && !adds(before, after)) || (role.is === 'and' && misjoins(before, after, isFree))
    return isOdd || countsOpenly(role, after) || standsWrong(role, before) ? [text] : []
  })
  // 多多少 alone after a comparison is of its sides.
  const isOfSides = before?.query.operation === 'compare' && solid.every(({ role }) => role.is === 'change')
  if (!isOfSides) odd.push(...bareComparatives(solid))
  return odd.length === 0 ? null : none('not_understood', { kind: 'words', words: odd }).refusal
}

/** 有几个收到申请: whether requests or agencies are counted cannot be told. */
function countsOpenly(role: Role, after: Role | undefined): boolean {
  if (role.is !== 'howMany' || role.unit !== '个' || after === undefined) return false
  return after.is === 'whether' || (after.is === 'row' && after.weight === 'verb')
}

/** 依申请较多的单位, 多几件: more than what is not said. 多了几件 is more than the year before. */
function bareComparatives(solid: readonly Token[]): readonly string[] {
  const isAsked = solid.some(
    ({ role }) =>
      ['which', 'whether', 'howManyAgencies', 'top', 'ranking'].includes(role.is) ||
      (role.is === 'years' && role.word.is === 'every' && role.word.which),
  )
  return solid.flatMap(({ role, text }, index) => {
    if (role.is !== 'change' || !(role.plain === true || /^[多少高低](?!了|.*还是)/u.test(text))) return []
    const isOver = (token: Token | undefined): boolean =>
      token?.role.is === 'than' || token?.role.is === 'compared'
    const links = solid.slice(0, index).filter(isOver)
    // 较多 is linked to nothing.
    const isLinked = links.length > 0 && !(links.length === 1 && solid[index - 1]?.role.is === 'than')
    return isLinked || isAsked ? [] : [text]
  })
}

/** A unit counts what stands before it (12件, 依申请（件）); 没有 twice takes itself back. */
function standsWrong(role: Role, before: Role | undefined): boolean {
  if (role.is === 'hasNot') return before?.is === 'hasNot'
  if (role.is !== 'unit') return false
  return before === undefined || !(before.is === 'number' || before.is === 'howMany' || isFigureRole(before))
}

const who: readonly Role['is'][] = ['agency', 'own', 'it', 'oneOf', 'group', 'kind', 'ending', 'place']

/** 加 adds one figure to another. */
function adds(before: Role | undefined, after: Role | undefined): boolean {
  return before !== undefined && after !== undefined && isFigureRole(before) && isFigureRole(after)
}

/** 和 joins agencies with agencies, years with years, figures with figures. */
function joins(before: Role | undefined, after: Role | undefined): boolean {
  if (before === undefined || after === undefined) return false
  if (after.is === 'most' || after.is === 'top') return true
  const [left, right] = [who.includes(before.is), who.includes(after.is)]
  const [one, two] = [before.is === 'years', after.is === 'years']
  return left === right && one === two
}

function misjoins(before: Role | undefined, after: Role | undefined, isFree: boolean): boolean {
  return joinsWithAll(before, after) || !(isFree || joins(before, after))
}

/** 全区和街道 are no two groups: one is in the other. */
function joinsWithAll(before: Role | undefined, after: Role | undefined): boolean {
  const [left, right] = [before, after].map((role) =>
    role?.is === 'group' || role?.is === 'kind' ? role.group === 'all' : null,
  )
  return left !== null && right !== null && left !== right
}

/** Whether a text holds more than words without meaning here, or says that it goes on from what was asked. */
export function speaksOfFigures({ tokens, has }: Reading): boolean {
  return (
    has('goesOn') || tokens.at(-1)?.text === '呢' || tokens.some(({ role }) => !meaningless.includes(role.is))
  )
}

/** Declines words that nothing claims: the one principle is to cover the whole question, or to decline. */
function leftOver(tokens: readonly Token[], directory: Directory): Refusal | null {
  const [elsewhere] = textsOf(tokens, 'elsewhere')
  // The words of an English sentence around an agency are no part of its name.
  if (elsewhere !== undefined && /[a-z]{8}/u.test(elsewhere.replaceAll(' ', '')))
    return none('not_understood', { kind: 'words', words: [elsewhere] }).refusal
  if (elsewhere !== undefined) return notInRoster(elsewhere, directory)
  const words = textsOf(tokens, 'left', 'help')
  if (words.length === 0) return null
  const isEnglish =
    words.some((word) => /[a-z]{2}/u.test(word)) && words.every((word) => /^[\da-z'-]+$/u.test(word))
  const knowsNothing = tokens.every(
    ({ role }) => meaningless.includes(role.is) && !(role.is === 'goesOn' && role.within),
  )
  const reason = knowsNothing && !isEnglish ? 'out_of_scope' : 'not_understood'
  return none(reason, { kind: 'words', words }).refusal
}

/** Somebody's name that is nobody's here. */
function notInRoster(written: string, { names, listed }: Directory): Refusal {
  const nearest = nearestNames(
    written,
    names.agencies.map((agency) => agency.name),
  )
  return none('not_in_roster', { kind: 'unknown_agency', written, nearest, listed }).refusal
}

/** 复议率 has no agreed denominator. */
function withoutDenominator(tokens: readonly Token[]): Refusal | null {
  const [found] = rolesOf(tokens, 'noDenominator')
  if (found === undefined) return null
  const [text = ''] = textsOf(tokens, 'noDenominator')
  return none('not_understood', { kind: 'no_denominator', written: text, offers: found.offers }).refusal
}
