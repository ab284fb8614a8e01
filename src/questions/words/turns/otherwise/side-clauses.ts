import { textOf } from '../../tokens/text-of.ts'
import { clausesOf } from '../../tokens/clauses.ts'
import { isFigureRole, type Token } from '../../tokens/roles.ts'

const empty = { is: 'empty' } as const

/** Who or what a remark is about, and what is done there. */
const about =
  /我|咱|领导|主任|书记|代表|委员|老师|同事|开会|上会|会议|会上|材料|稿|汇报|汇总|总结|对账|填表|表格|起见|简报|通报/u
const done = /[要在填写做用看问查核催让需]|准备|梳理|整理|起见|开会|上会/u

/** Roles of a clause that says nothing of what is asked. */
const saysNothing: readonly Token['role']['is'][] = [
  ...(['empty', 'left', 'own', 'unit', 'outOfScope', 'thanks', 'goesOn'] as const),
]

/**
 * 晚上开会要用，…; …？我填个表: a clause before or behind the question that only says what it is for adds nothing. It
 * names no agency, year or figure, and ends in no 的, which would narrow what is asked.
 */
export function withoutSideClauses(tokens: readonly Token[]): readonly Token[] {
  const clauses = clausesOf(tokens, (mark) => mark === ',')
  const [first, last] = [clauses[0], clauses.at(-1)]
  if (first === undefined || last === undefined || clauses.length < 2) return tokens
  const asides = [first, last].filter(isAside)
  const rest = clauses.filter((clause) => !asides.includes(clause)).flat()
  if (asides.length === 0 || !rest.some(({ role }) => isFigureRole(role) || role.is === 'filing'))
    return tokens
  return tokens.map((token) =>
    asides.some((clause) => clause.includes(token)) && !namesOwn(token) ? { ...token, role: empty } : token,
  )
}

/** 我局开会要用，…: it is still of that one; 我们 is only who speaks. */
function namesOwn({ role, text }: Token): boolean {
  return role.is === 'own' && !/^(?:我们|咱们?|俺们)$/u.test(text)
}

function isAside(clause: readonly Token[]): boolean {
  const text = textOf(clause)
  const isStrange = clause.some(({ role }) => ['left', 'outOfScope', 'own'].includes(role.is))
  const isOther = clause.every(({ role }) => saysNothing.includes(role.is))
  return (
    isStrange && isOther && about.test(text) && done.test(text) && !/[的里中]$|[不没未非除只仅]/u.test(text)
  )
}
