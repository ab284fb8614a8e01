import { textOf } from '../tokens/text-of.ts'
import type { Token } from '../tokens/roles.ts'

const nod =
  /^(?:对|是|没错|不错|行|好|懂|了解|清楚|有数|原来如此|原来(?:是)?这样|这样|这么[多少高低])(?:[的了啊呀吧哦嘞]|子)*$/u
const empty = { is: 'empty' } as const

/** 对的，那不予公开几件: what is said of the answer before asks nothing. */
export function withoutNodInFront(tokens: readonly Token[]): readonly Token[] {
  const end = tokens.findIndex(({ role }) => role.is === 'mark')
  if (end < 1 || end === tokens.length - 1 || !nod.test(textOf(tokens.slice(0, end)))) return tokens
  return tokens.map((token, index) => (index < end ? { ...token, role: empty } : token))
}
