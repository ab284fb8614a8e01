import type { GroupBinding, Message } from './bot.ts'
import { sandboxRoster } from './platforms/sandbox/index.ts'
import type { Roster, Scope } from './roster/roster.ts'
import { isUnboundGroup, scopeOf } from './roster/scope.ts'
import type { Store } from './store/store.ts'

/** Where a message stands: its platform's roster, what its group was bound to in chat, and what it may. */
export interface AskerScope {
  readonly roster: Roster
  readonly binding: GroupBinding | null
  readonly scope: Scope
}

/** Looks up where a message stands. Rejects with StoreUnavailableError. */
export async function askerScope(
  message: Message,
  roster: Roster,
  store: Pick<Store, 'bindingOf'>,
): Promise<AskerScope> {
  const { platform, conversation } = message
  const own = rosterFor(platform, roster)
  const binding = conversation.kind === 'group' ? await store.bindingOf(platform, conversation.id) : null
  return { roster: own, binding, scope: scopeOf(message, own, binding) }
}

/** Whether files are taken where the message was written. Rejects with StoreUnavailableError. */
export async function takesFiles(
  message: Message,
  roster: Roster,
  store: Pick<Store, 'bindingOf'>,
): Promise<boolean> {
  return !isUnboundGroup((await askerScope(message, roster, store)).scope)
}

/** The sandbox's groups and people stand for those of the real platforms; an empty roster stays empty: all is open. */
export function rosterFor(platform: string, roster: Roster): Roster {
  const isEmpty = roster.agencies.length === 0 && roster.groups.length === 0
  return platform === 'sandbox' && !isEmpty ? sandboxRoster(roster) : roster
}
