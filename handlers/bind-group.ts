import type { Context, Handler, Outcome, Reply } from '../src/bot.ts'
import { bindingWish } from '../src/roster/binding.ts'
import { groupOf, isCoordinator } from '../src/roster/scope.ts'
import * as said from '../templates/binding.ts'

const bind = /^绑定(?:本群)?(?:[:：]|\s|为|到)*(?<words>.*)$/su
const unbind = /^(?:解除绑定|取消绑定|解绑)(?:本群)?[。！!]?$/u

/** 绑定 区科技局, 绑定 全部, 解除绑定: a coordinator says whose reports a group may hand in and ask about. */
export const bindGroup: Handler = {
  name: 'bind-group',
  accepts: ({ message, files }) =>
    files.length === 0 && (bind.test(message.text.trim()) || unbind.test(message.text.trim())),
  handle: (context) => Promise.resolve(outcomeOf(context)),
}

function outcomeOf(context: Context): Outcome {
  const refusal = refusalOf(context)
  if (refusal !== null) return { replies: [refusal] }
  const words = bind.exec(context.message.text.trim())?.groups?.['words']
  return words === undefined ? unbound(context) : bound(context, words)
}

/** Why this person may not bind here; null where they may. */
function refusalOf({ message, roster, binding }: Context): Reply | null {
  if (message.conversation.kind === 'single') return said.bindInGroup()
  if (!isCoordinator(message, roster)) return said.onlyCoordinators(message.sender.id)
  const listed = groupOf(message, roster)?.agencies ?? null
  if (listed !== null && listed.length > 0) return said.boundInFile(listed)
  const isEmpty = roster.agencies.length === 0
  return isEmpty && binding === null && !/全部|所有/u.test(message.text) ? said.noAgencies() : null
}

function bound({ roster, binding }: Context, words: string): Outcome {
  const wish = bindingWish(words, roster)
  switch (wish.kind) {
    case 'nobody':
      return { replies: [said.bindWhom(binding)] }
    case 'unclear':
      return { replies: [said.unclearNames(wish.written)] }
    case 'all':
      return { replies: [said.bound('all')], binding: { agencies: 'all' } }
    case 'agencies':
      return { replies: [said.bound(wish.names)], binding: { agencies: wish.names } }
  }
}

function unbound({ binding }: Context): Outcome {
  return binding === null ? { replies: [said.notBound()] } : { replies: [said.unbound()], binding: null }
}
