import type { Token } from '../tokens/roles.ts'
import { isFigureRole, type Role } from '../tokens/roles.ts'

/** 新制发过规范性文件的镇街, 有诉讼的部门，名字给我: a question that ends in the agencies asks who they are. */
export interface ThoseThat {
  readonly text: string
  /** 有, 过, 收到: whoever has any is meant. */
  readonly hasSome: boolean
}

/** Null where the words do not end so, or ask for something of those agencies (几件, 一共). */
export function thoseThat(tokens: readonly Token[]): ThoseThat | null {
  const at = tokens.findLastIndex(({ role }) => role.is === 'kind' || role.is === 'group')
  const noun = tokens[at]
  if (noun === undefined || tokens.some(({ role }) => asking.includes(role.is))) return null
  const isLast = tokens.slice(at + 1).every(({ role }) => afterwards.includes(role.is))
  const isOf = noun.text.startsWith('的') || tokens[at - 1]?.text.endsWith('的') === true
  const before = tokens.slice(0, at)
  const figure = before.findLastIndex(({ role }) => isFigureRole(role))
  const follows = before.slice(figure + 1).every(({ role }) => role.is === 'empty' || role.is === 'condition')
  if (!isLast || !isOf || figure === -1 || !follows) return null
  return { text: noun.text, hasSome: before.some(saysSome) }
}

const asking: readonly Role['is'][] = ['howMany', 'sum', 'average', 'trend', 'detail', 'plus', 'change']
const afterwards: readonly Role['is'][] = ['empty', 'mark', 'each', 'years', 'which', 'whether', 'filing']

function saysSome({ role, text }: Token): boolean {
  if (role.is === 'row') return role.weight === 'verb' || /没|未/u.test(text)
  if (role.is === 'member') return role.column !== 'inForce'
  return /过$|^有$|^有过|^发生|^产生|^被$/u.test(text)
}
