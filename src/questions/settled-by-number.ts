import type { AnswerableQuery } from './query/query.ts'
import type { Figures } from './query/reply.ts'
import type { Conversation } from './query/conversation.ts'
import type { Turn } from './words/turns/parse.ts'

/**
 * 结转7件对吧, 公开了13件对吧: words that may mean several figures, and a number that exactly one of those has. Null where
 * none or more of them have it: then it is asked which is meant, as no other may be told wrong. `figuresOf` is null where
 * the asker may not see them.
 */
export async function settledByNumber(
  { read, conversation }: Turn,
  readOn: (question: string, conversation: Conversation) => Promise<Turn>,
  figuresOf: (query: AnswerableQuery) => Promise<Figures | null>,
): Promise<Turn | null> {
  const options = optionsOf(read)
  const fitting: Turn[] = []
  for (const index of options.keys()) {
    const turn = await readOn(String(index + 1), conversation)
    const query = statedIn(turn)
    if (query === null) return null
    const figures = await figuresOf(query)
    if (figures?.answer === query.confirm) fitting.push(turn)
  }
  const [only, ...others] = fitting
  if (only === undefined || others.length > 0) return null
  return { ...only, conversation: { ...only.conversation, settled: null } }
}

/** The figures that some words may mean; none where something else is asked. */
function optionsOf(read: Turn['read']): readonly string[] {
  const isOfWords = read.kind === 'clarify' && read.slot === 'metric' && read.detail?.kind === 'ambiguous'
  return isOfWords ? read.options : []
}

/** A question for one figure that is to be confirmed, and no place or difference. */
function statedIn({ read }: Turn): AnswerableQuery | null {
  if (read.kind !== 'query' || read.query.confirm === undefined) return null
  return single.includes(read.query.operation) ? read.query : null
}

const single: readonly AnswerableQuery['operation'][] = ['value', 'sum', 'ratio']
