import type { GroupBinding, Reply } from '../src/bot.ts'
import type { UnclearName } from '../src/roster/binding.ts'
import type { Scope } from '../src/roster/roster.ts'
import { bullets, escapeMarkdown, paragraphs, verbatim } from './markdown.ts'

const ourFile = verbatim('gongkai.yaml')
/** Of all the agencies of a district; those that were named are all listed. */
const mostShown = 20

const howToBind =
  '请写“绑定 单位名称”，几个单位用顿号隔开，例如“绑定 区科技局、区教体局”；全部单位写“绑定 全部”。'

/** The group is bound from now on; `known`: the roster's agencies. */
export function bound(agencies: GroupBinding['agencies'], known: readonly string[]): Reply {
  return reply('本群已绑定', [
    `**本群已绑定：${agencies === 'all' ? allOf(known) : `${agencies.length} 个单位`}**`,
    agencies === 'all' ? everyone(known) : list(agencies),
    '现在起，群里谁都可以交这些单位的年报、问这些单位的数字。要更改，请再发一次“绑定”；要取消，请发“解除绑定”。',
  ])
}

/** 绑定了哪些单位: whose reports may be handed in and asked about here. */
export function boundTo(scope: Scope, kind: 'group' | 'single'): Reply {
  if (scope.kind === 'none') {
    return kind === 'group'
      ? reply('本群还没有绑定单位', ['**本群还没有绑定单位。**', howToBind])
      : reply('您还没有登记', ['**单聊不用绑定；您还没有登记为单位的联络员。**'])
  }
  const whose = scope.kind === 'all' ? '全部单位' : `${scope.names.length} 个单位`
  const head = kind === 'group' ? `本群绑定的是：${whose}` : `单聊不用绑定。您在这里可以查的是：${whose}`
  return reply(head, [`**${head}**`, scope.kind === 'all' ? null : list(scope.names)])
}

/** 绑定 without a name. */
export function bindWhom(binding: GroupBinding | null): Reply {
  return reply('要绑定哪些单位？', [
    '**要把本群绑定到哪些单位？**',
    howToBind,
    binding === null ? '本群现在还没有绑定单位。' : '本群现在绑定的是：',
    binding === null ? null : binding.agencies === 'all' ? '全部单位' : list(binding.agencies),
  ])
}

/** Some names fit several agencies or none: nothing is bound. */
export function unclearNames(names: readonly UnclearName[]): Reply {
  return reply('有的单位没认出来，没有绑定', [
    '**有的单位没认出来，本群的绑定没有改动。**',
    bullets(names.map(unclearLine)),
    '请把名称写全，再发一次“绑定”。',
  ])
}

function unclearLine({ written, fits, options }: UnclearName): string {
  const names = options.map(escapeMarkdown).join('、')
  const word = escapeMarkdown(written)
  if (fits === 'vague') {
    return `“${word}”没有说清是哪些单位。全部单位请发“绑定 全部”，只要部门请发“绑定 所有部门”，其他请写名称`
  }
  if (fits === 'several') return `“${word}”可能是：${names}`
  return options.length === 0 ? `单位名册里没有“${word}”` : `单位名册里没有“${word}”，相近的有：${names}`
}

/** The group is bound no more. */
export function unbound(): Reply {
  return reply('本群已解除绑定', [
    '**本群已解除绑定。** 在这里不能再查数字，发来的年报也不再收下和核对。',
    '要重新绑定，请发“绑定 单位名称”。',
  ])
}

/** 解除绑定 in a group that nobody bound. */
export function notBound(): Reply {
  return reply('本群没有绑定', ['本群没有绑定单位，不用解除。', howToBind])
}

/** gongkai.yaml binds the group: there it must be changed. */
export function boundInFile(agencies: GroupBinding['agencies']): Reply {
  return reply('本群已在配置文件里绑定', [
    `**本群已经在配置文件 ${ourFile} 里绑定，不能在群里更改。**`,
    agencies === 'all' ? '绑定的是：全部单位' : list(agencies),
    `要更改，请让管理员修改 ${ourFile} 里本群的 agencies，再重新启动机器人。`,
  ])
}

/** Binding is said in the group itself. */
export function bindInGroup(): Reply {
  return reply('请在群里绑定', ['**请到要绑定的群里，@我并发“绑定 单位名称”。** 单聊不用绑定。'])
}

/** Only coordinators may bind. */
export function onlyCoordinators(userId: string): Reply {
  return reply('只有协调员可以绑定', byCoordinators(userId))
}

/** 绑定 alone of somebody who may not bind: what is bound here, and who could change it. */
export function boundToAndByWhom(scope: Scope, userId: string): Reply {
  const { title, markdown } = boundTo(scope, 'group')
  return reply(title, [markdown, ...byCoordinators(userId)])
}

function byCoordinators(userId: string): readonly string[] {
  return [
    '**只有协调员可以绑定或解除绑定。**',
    `如果您就是协调员，请把您的编号告诉管理员，写进 ${ourFile} 的 coordinators 里：${verbatim(userId)}`,
  ]
}

/** There are no agencies to bind to. */
export function noAgencies(): Reply {
  return reply('还没有单位名册', [
    '**还没有单位名册，认不出单位名称。**',
    `请让管理员把单位写进 ${ourFile} 的 agencies 里；或者先发“绑定 全部”，不分单位。`,
  ])
}

/** The roster may grow: a group that is bound to all is bound to those as well. */
function allOf(known: readonly string[]): string {
  return known.length === 0 ? '全部单位' : `全部单位（名册里现有 ${known.length} 个）`
}

function everyone(known: readonly string[]): string {
  if (known.length === 0) return '还没有单位名册：收到谁的年报，就算谁。'
  const shown = known.slice(0, mostShown).map(escapeMarkdown).join('、')
  return `${shown}${known.length > mostShown ? `等 ${known.length} 个单位` : ''}。以后加进名册的单位也算在内。`
}

function list(agencies: GroupBinding['agencies']): string | null {
  return agencies === 'all' ? null : bullets(agencies.map(escapeMarkdown))
}

function reply(title: string, parts: readonly (string | null)[]): Reply {
  return { title, markdown: paragraphs(parts) }
}
