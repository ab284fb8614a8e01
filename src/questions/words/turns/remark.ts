import { normaliseQuestion } from '../text/normalise.ts'
import { clausesOf } from '../tokens/clauses.ts'
import { isFigureRole, type Role, type Token } from '../tokens/roles.ts'

const asks = /[几谁哪啥咋吗呢么比?？]|多少|怎|如何|为何|何时|是不是|是否|有没有|有无|能否|可否|还是/u
/** 查一下, 想知道: what follows is wanted. */
const wants =
  /请问|想问|想查|想看|想要|想知道|想了解|[查看问核算列报说](?:一下|下)|统计一下|查查|看看|问问|帮我|给我|告诉我/u
/** 领导要了, 我忘了: why the figure before it is asked for. */
const why = /(?:忘|记不清|找不[着到]|[要催急用])(?:了|啦)$/u
const thanks =
  /(?:,*(?:多谢|感谢|谢+(?!谢)|辛苦|麻烦|拜托|急)(?:您|你|老师|各位|大家|领导)?[啦了哈呀]*)+[,.]*$/u
const address = /(?:[啊哈呀哦喔嘛,.]|老师们?|各位|大家|领导|您|你)+$/u
const done = /(?:[了啦喽咯]|完毕|办妥|搞定|[办弄改]好|(?:处理|办理|修改)好)$/u
/** 已处理, by itself; 科技局已办结 is a question. */
const already =
  /^,*(?:都|全部?)?已经?(?:处理|办理|答复|回复|受理|收到|转交|转办|通知|联系|上报|报送|提交|修改|补正|落实|完成|公开|知悉|办结|办完|[报交改收阅办])[好完]?$/u

/** 文件发了, 年报发群里了: somebody looks for an answer to a file. */
const ofFile = /文件|附件|年报|报告|[发传](?:了|群|过)/u

/** What makes a question of a sentence that ends in 了, or goes on from one. */
const asking: readonly Role['is'][] = [
  ...(['which', 'howManyAgencies', 'most', 'ranking', 'position', 'main', 'whichPart', 'average'] as const),
  ...(['than', 'compared', 'change', 'whoMore', 'trend', 'detail', 'whether', 'confirm', 'hasNot'] as const),
  ...(['matches', 'explain', 'number', 'condition', 'top', 'place-number', 'sum', 'each'] as const),
  ...(['proportion', 'occupy', 'rate', 'reviewRate', 'outOfScope', 'findings', 'help'] as const),
  ...(['figureCount', 'except', 'exceptEnd'] as const),
]
const named: readonly Role['is'][] = [
  ...(['agency', 'years', 'group', 'own', 'oneOf', 'kind', 'place', 'mark'] as const),
]

/**
 * 办完了, 民政局败诉了, 教体局我问过了: somebody tells the group that something is done, and asks nothing. The bare name of a
 * figure (科技局2024年复议, 不予公开的) is a question.
 */
export function isRemark(question: string, tokens: readonly Token[]): boolean {
  const text = normaliseQuestion(question).replace(thanks, '').replace(address, '')
  if (ofFile.test(text)) return false
  if (already.test(text) || answersSomebody(text, tokens)) return !asks.test(question)
  if (!done.test(text) || asks.test(question) || wants.test(text) || why.test(text)) return false
  return !goesOn(tokens) && !tokens.some(isAsking) && saysSomething(tokens) && clausesOf(tokens).every(isTold)
}

/** 有问题, 科技局收到: said to the group. */
function answersSomebody(text: string, tokens: readonly Token[]): boolean {
  const [name, word, ...more] = tokens.filter(({ role }) => role.is !== 'mark' && role.is !== 'empty')
  const isReceipt = word?.text === '收到' && more.length === 0
  return text === '有问题' || (isReceipt && (name?.role.is === 'agency' || name?.role.is === 'own'))
}

/** 换教体局了. */
function goesOn(tokens: readonly Token[]): boolean {
  return tokens.find(({ role }) => role.is !== 'mark' && role.is !== 'empty')?.role.is === 'goesOn'
}

function isAsking({ role, text }: Token): boolean {
  return asking.includes(role.is) || (role.is === 'howMany' && !text.startsWith('数'))
}

/** 教体局了 names somebody and says nothing of it. */
function saysSomething(tokens: readonly Token[]): boolean {
  return tokens.some(
    ({ role, text }) =>
      !named.includes(role.is) && role.is !== 'goesOn' && !/^[了啦的呀啊哈喽咯]$/u.test(text),
  )
}

/** 科技局2024年复议，办完了: the first half is a question. */
function isTold(clause: readonly Token[]): boolean {
  const text = clause.map((token) => token.written ?? token.text).join('')
  return done.test(text.replace(address, '')) || !clause.some(({ role }) => isOfFigures(role))
}

function isOfFigures(role: Role): boolean {
  return isFigureRole(role) || role.is === 'filing' || role.is === 'verdict'
}
