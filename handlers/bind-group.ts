import type { Context, Handler, Outcome, Reply } from '../src/bot.ts'
import { bindingWish, type BindingWish } from '../src/roster/binding.ts'
import { groupOf, isCoordinator, isUnboundGroup } from '../src/roster/scope.ts'
import * as said from '../templates/binding.ts'
import { fileNotTaken } from '../templates/file-not-taken.ts'
import { paragraphs } from '../templates/markdown.ts'

const bind = /^绑定(?:本群)?(?:[:：]|\s|为|到)*(?<words>.*)$/su
const unbind = /^(?:解除绑定|取消绑定|解绑)(?:本群)?[。！!]?$/u

/** 绑定了哪些单位, 本群绑定的是谁: a question, which anybody may ask. */
const asksBound =
  /^(?:本群|这个群|我们群)?(?:现在|目前)?绑定(?:了|的是?)?(?:哪些|哪几个|哪几家|哪家|哪个|什么|谁)(?:单位|部门)?[?？。]?$/u

/** 绑定 区科技局, 绑定 全部, 解除绑定: a coordinator says whose reports a group may hand in and ask about. */
export const bindGroup: Handler = {
  name: 'bind-group',
  accepts: ({ message, files, scope }) =>
    (files.length === 0 || isUnboundGroup(scope)) &&
    [bind, unbind, asksBound].some((pattern) => pattern.test(message.text.trim())),
  handle: (context) => Promise.resolve(withWordOfFile(outcomeOf(context), context)),
}

function outcomeOf(context: Context): Outcome {
  const { message, scope } = context
  if (asksBound.test(message.text.trim()))
    return { replies: [said.boundTo(scope, message.conversation.kind)] }
  const refusal = refusalOf(context)
  if (refusal !== null) return { replies: [refusal] }
  const words = bind.exec(context.message.text.trim())?.groups?.['words']
  return words === undefined ? unbound(context) : bound(context, bindingWish(words, context.roster))
}

/** Why this person may not bind here; null where they may. */
function refusalOf({ message, roster }: Context): Reply | null {
  if (message.conversation.kind === 'single') return said.bindInGroup()
  if (!isCoordinator(message, roster)) return said.onlyCoordinators(message.sender.id)
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

/** A file that was quoted with the word was not taken: the group was not bound when it came. */
function withWordOfFile(outcome: Outcome, { message }: Context): Outcome {
  if (message.attachments.length === 0) return outcome
  const replies = outcome.replies.map((reply) => ({
    ...reply,
    markdown: paragraphs([reply.markdown, fileNotTaken(outcome.binding != null)]),
  }))
  return { ...outcome, replies }
}
