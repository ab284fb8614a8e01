import type { Context, Handler, Outcome, Reply } from '../src/bot.ts'
import { bindingWish, type BindingWish } from '../src/roster/binding.ts'
import { groupOf, isCoordinator, isUnboundGroup, scopeOf } from '../src/roster/scope.ts'
import * as said from '../templates/binding.ts'
import { fileNotTaken } from '../templates/file-not-taken.ts'
import { paragraphs } from '../templates/markdown.ts'
import { checkFiles } from './check-files.ts'

const bind = /^绑定(?:本群)?(?:[:：]|\s|为|到)*(?<words>.*)$/su
const unbind = /^(?:解除绑定|取消绑定|解绑)(?:本群)?[。！!]?$/u

/** 绑定了哪些单位, 本群绑定的是谁: a question, which anybody may ask. */
const asksBound =
  /^(?:本群|这个群|我们群)?(?:现在|目前)?绑定(?:了|的是?)?(?:哪些|哪几个|哪几家|哪家|哪个|什么|谁)(?:单位|部门)?[?？。]?$/u

/** 绑定 区科技局, 绑定 全部, 解除绑定: a coordinator says whose reports a group may hand in and ask about. */
export const bindGroup: Handler = {
  name: 'bind-group',
  accepts: ({ message }) => [bind, unbind, asksBound].some((pattern) => pattern.test(message.text.trim())),
  handle: (context) => withFiles(outcomeOf(context), context),
}

function outcomeOf(context: Context): Outcome {
  const { message, scope } = context
  if (asksBound.test(message.text.trim()))
    return { replies: [said.boundTo(scope, message.conversation.kind)] }
  const words = bind.exec(message.text.trim())?.groups?.['words']
  const wish = words === undefined ? null : bindingWish(words, context.roster)
  const refusal = refusalOf(context, wish)
  if (refusal !== null) return { replies: [refusal] }
  return wish === null ? unbound(context) : bound(context, wish)
}

/** Why this person may not bind here; null where they may. 绑定 alone changes nothing: it is told what is bound. */
function refusalOf({ message, roster, scope }: Context, wish: BindingWish | null): Reply | null {
  if (message.conversation.kind === 'single') return said.bindInGroup()
  if (!isCoordinator(message, roster)) {
    const { id } = message.sender
    return wish?.kind === 'nobody' ? said.boundToAndByWhom(scope, id) : said.onlyCoordinators(id)
  }
  const listed = groupOf(message, roster)?.agencies ?? null
  return listed !== null && listed.length > 0 ? said.boundInFile(listed) : null
}

function bound({ roster, binding }: Context, wish: BindingWish): Outcome {
  const known = roster.agencies.map(({ name }) => name)
  const isLost =
    known.length === 0 && (wish.kind === 'unclear' || (wish.kind === 'nobody' && binding === null))
  if (isLost) return { replies: [said.noAgencies()] }
  switch (wish.kind) {
    case 'nobody':
      return { replies: [said.bindWhom(binding)] }
    case 'unclear':
      return { replies: [said.unclearNames(wish.written)] }
    case 'all':
      return { replies: [said.bound('all', known)], binding: { agencies: 'all' } }
    case 'agencies':
      return { replies: [said.bound(wish.names, known)], binding: { agencies: wish.names } }
  }
}

function unbound({ binding }: Context): Outcome {
  return binding === null ? { replies: [said.notBound()] } : { replies: [said.unbound()], binding: null }
}

/**
 * The word first, then the files that came with it, by what holds after it. In a group that is not bound then, and where
 * they were not fetched as it was not bound before, they are not taken.
 */
async function withFiles(outcome: Outcome, context: Context): Promise<Outcome> {
  const { message, roster, files } = context
  if (message.attachments.length === 0) return outcome
  const binding = outcome.binding === undefined ? context.binding : outcome.binding
  const scope = scopeOf(message, roster, binding)
  const isTaken = files.length > 0 && !isUnboundGroup(context.scope) && !isUnboundGroup(scope)
  if (!isTaken) return withWordOfFile(outcome, !isUnboundGroup(scope))
  const checked = await checkFiles({ ...context, binding, scope })
  return { ...outcome, ...checked.outcome, replies: [...outcome.replies, ...checked.outcome.replies] }
}

function withWordOfFile(outcome: Outcome, isBound: boolean): Outcome {
  const replies = outcome.replies.map((reply) => ({
    ...reply,
    markdown: paragraphs([reply.markdown, fileNotTaken(isBound)]),
  }))
  return { ...outcome, replies }
}
