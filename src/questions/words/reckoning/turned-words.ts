import { textsOf, type Reading } from '../turns/reading.ts'
import { isFigureRole, type Role, type Token } from '../tokens/roles.ts'

/**
 * Words that elsewhere add nothing and here turn the sense: who did it to whom (被处罚), when (曾有), which part of it
 * (手头的申请). A question with one of them is not answered.
 */
export function turnedWords(reading: Reading): readonly string[] {
  const tokens = reading.tokens.filter(({ role, text }) => role.is !== 'empty' || !particles.test(text))
  const turned = tokens.flatMap((token, at) =>
    turns.some((isTurned) => isTurned(token, tokens[at + 1], tokens[at - 1])) ? [token.text] : [],
  )
  return [...turned, ...betweenTwo(reading), ...ever(reading), ...upToYear(reading), ...leftOverNow(reading)]
}

const particles = /^[的了呢吗啊呀吧]$/u

type Turned = (token: Token, next: Token | undefined, before: Token | undefined) => boolean

const isRow = (token: Token | undefined, ...rows: readonly string[]): boolean =>
  token?.role.is === 'row' && rows.includes(token.role.row)

const isRequest = (token: Token | undefined): boolean =>
  token?.role.is === 'row' && token.role.row === 'received' && token.role.weight !== 'faint'

/** 申请 by itself; 依申请 is the procedure. */
function isPlea(token: Token): boolean {
  return isRequest(token) && token.text.startsWith('申请')
}

const turns: readonly Turned[] = [
  // 被处罚, 收到处罚: the tables hold what an agency itself decided; 被举报, 被民政局起诉.
  ({ text }, next) =>
    /^(?:被|遭到?)$/u.test(text) &&
    (next?.role.is === 'decision' || next?.role.is === 'agency' || isRow(next, 'petitionOrComplaint')),
  ({ role, text }, next) => role.is === 'row' && /^[收接]到/u.test(text) && next?.role.is === 'decision',
  // 进行中的申请, 手上的申请: those not yet done.
  ({ text }, next) => text === '进行' && next?.text === '中',
  (token, next, before) =>
    /^手(?:头|上|里)/u.test(token.text) &&
    token.role.is === 'empty' &&
    [next, before].some((one) => isRequest(one) || one?.role.is === 'howMany'),
  // 申请决定, 领导要的申请: a part of the requests, if anything.
  ({ text, role }, _next, before) => role.is === 'empty' && text === '决定' && isRequest(before),
  ({ text, role }, next) =>
    role.is === 'empty' &&
    /^领导.{0,3}(?:要|看|查)/u.test(text) &&
    next !== undefined &&
    isFigureRole(next.role),
  // 规范性文件公开, 规范性文件申请, 重复公开: no row of any table.
  (token, _next, before) => before?.role.is === 'documents' && (token.role.is === 'unclear' || isPlea(token)),
  (token, next, before) =>
    token.role.is === 'unclear' && (isRow(before, 'repeated') || next?.role.is === 'review'),
  // 新增规范性文件: made, or more than before.
  ({ text }, next, before) => text === '新增' && [next, before].some((one) => one?.role.is === 'documents'),
  // 复议新增的: more than before, or any.
  ({ text }, _next, before) =>
    text === '新增' && before !== undefined && ['review', 'decision'].includes(before.role.is),
]

const linking: readonly Role['is'][] = ['empty', 'towards', 'left']

/** 教育局起诉民政局: done by one to the other. */
function betweenTwo({ tokens, has }: Reading): readonly string[] {
  if (has('than') || has('compared') || has('whoMore') || has('and')) return []
  const names = tokens.flatMap(({ role }, at) => (role.is === 'agency' ? [at] : []))
  return names.slice(1).flatMap((to, nth) => {
    const between = tokens.slice((names[nth] ?? 0) + 1, to)
    const isVerb = between.every(({ role }) => linking.includes(role.is) || isFigureRole(role))
    return isVerb ? textsOf(between, 'review', 'decision', 'row', 'unclear', 'published', 'applying') : []
  })
}

/** 有过, 曾有, 从没收到过: of all the years there are, unless one is said. */
function ever({ tokens, has, before }: Reading): readonly string[] {
  if (before !== null || has('years')) return []
  return tokens.flatMap(({ role, text }) => {
    const isSaid =
      /^曾经?$|^从来?$|^过$/u.test(text) ||
      (['hasNot', 'filing', 'whether'].includes(role.is) && /过的?$|^一直|不曾/u.test(text))
    return isSaid ? [text] : []
  })
}

/** 到2024年, 截至2024年累计: from when on, nobody says. */
function upToYear({ tokens, has }: Reading): readonly string[] {
  const years = tokens.flatMap(({ role }) => (role.is === 'years' ? [role.word] : []))
  if (years.length !== 1) return []
  return tokens.flatMap(({ text, role }, at) => {
    const next = tokens[at + 1]
    const isUpTo =
      role.is === 'empty' && /^(?:到|截[至止]到?|截至到)$/u.test(text) && next?.role.is === 'years'
    const isEnd = /[底末]$/u.test(next?.text ?? '')
    return isUpTo && (!isEnd || has('sum')) && !has('member') ? [text] : []
  })
}

/** 剩几件: what is left is not what came in; of documents in force it is. */
function leftOverNow({ tokens, has }: Reading): readonly string[] {
  const isSaid = tokens.some((token) => isRow(token, 'carriedForward'))
  if (has('member') || has('metric') || isSaid) return []
  return tokens.flatMap(({ role, text }) => (role.is === 'howMany' && text.startsWith('剩') ? [text] : []))
}
