import type { Settings } from '../../config/settings.ts'
import { hasPlatform } from '../../platforms/index.ts'
import type { Resolve } from '../../platforms/outgoing/checked-lookup.ts'
import type { Roster } from '../../roster/roster.ts'
import type { Terminal } from '../command.ts'
import { callbacks } from './callbacks.ts'
import { clock } from './clock.ts'
import { dataFolder } from './data-folder.ts'
import type { Diagnosis } from './diagnosis.ts'
import { dingtalk, dingtalkOapi } from './dingtalk.ts'
import { extraCa } from './extra-ca.ts'
import { fileHosts } from './file-hosts.ts'
import { fonts } from './fonts.ts'
import { nodeVersion } from './node-version.ts'
import { createOwnRefusals, type OwnRefusals } from './own-refusals.ts'
import { port } from './port.ts'
import { proxy } from './proxy.ts'
import { publicUrl } from './public-url.ts'
import { roster } from './roster.ts'
import { rosterReach } from './roster-reach.ts'
import { readOwnMetrics, runningBot } from './running-bot.ts'
import { settings } from './settings.ts'
import { store } from './store.ts'
import { wecom } from './wecom.ts'

export interface ExamineOptions {
  /** Resolves the hosts of files. */
  readonly resolve: Resolve
  /** Without the `v`. */
  readonly nodeVersion: string
  /** Where the fonts of charts lie. */
  readonly fontFolder: string
}

/** Looks at everything, what needs the network at once; the lines in the order people read them. */
export async function examine(terminal: Terminal, options: ExamineOptions): Promise<readonly Diagnosis[]> {
  const machine = [
    nodeVersion(options.nodeVersion),
    clock(terminal.clock()),
    await fonts(options.fontFolder),
    ...extraCa(terminal),
  ]
  const variables = settings(terminal)
  const named = roster(terminal)
  const start = [...machine, ...variables.found, ...named.found]
  if (variables.value === null) return start
  const value = variables.value
  const ownRefusals = await createOwnRefusals(() => readOwnMetrics(value))
  const [own, outside] = await Promise.all([
    ownPlace(value, ownRefusals, terminal),
    network(value, named.value, terminal, options.resolve),
  ])
  return [
    ...start,
    ...(named.value === null ? [] : rosterReach(named.value, value)),
    ...own,
    publicUrl(value),
    ...(hasPlatform(value) ? proxy(terminal.env) : []),
    ...outside,
    // After those to the bot itself: why it refused one is told by its counts.
    ...(await publicCallbacks(value, ownRefusals, terminal)),
  ]
}

/** The machine's own disk, store and port. */
async function ownPlace(
  value: Settings,
  ownRefusals: OwnRefusals,
  terminal: Terminal,
): Promise<readonly Diagnosis[]> {
  const folder = await dataFolder(value.dataDir)
  const kept = folder.state === 'wrong' ? [] : [await store(value)]
  const { found, isTaken } = await port(value)
  return [folder, ...kept, found, ...(isTaken ? await runningBot(value, ownRefusals, terminal.clock) : [])]
}

async function network(
  value: Settings,
  named: Roster | null,
  terminal: Terminal,
  resolve: Resolve,
): Promise<readonly Diagnosis[]> {
  const found = await Promise.all([
    value.wecom === null ? [] : wecom(value.wecom, named, terminal.clock),
    value.dingtalk === null ? [] : dingtalk(value.dingtalk, terminal.clock),
    value.dingtalk === null ? [] : dingtalkOapi(value.dingtalk).then((line) => [line]),
    hasPlatform(value) ? fileHosts(value, resolve) : [],
  ])
  return found.flat()
}

async function publicCallbacks(
  value: Settings,
  ownRefusals: OwnRefusals,
  { clock: now }: Terminal,
): Promise<readonly Diagnosis[]> {
  const { publicUrl: base } = value
  if (base === null || !hasPlatform(value)) return []
  return callbacks(value, { name: 'PUBLIC_URL', base, isPublic: true, ownRefusals }, now)
}
