import { hasPlatform } from '../../platforms/index.ts'
import type { PlatformSettings } from '../../config/platform-settings.ts'
import type { Group, Roster } from '../../roster/roster.ts'
import { linesOf, type Diagnosis } from './diagnosis.ts'

const lines = linesOf('gongkai.yaml')
const names: Readonly<Record<string, string>> = { wecom: '企业微信', dingtalk: '钉钉' }
const idField: Readonly<Record<string, string>> = { wecom: 'chatId', dingtalk: 'conversationId' }

/** Groups and people of the roster that the configured platforms do not reach; nothing while there is no platform. */
export function rosterReach(roster: Roster, settings: PlatformSettings): readonly Diagnosis[] {
  if (!hasPlatform(settings)) return []
  const isOff = (platform: string): boolean =>
    (platform === 'wecom' && settings.wecom === null) ||
    (platform === 'dingtalk' && settings.dingtalk === null)
  return [
    ...roster.groups.flatMap((group) => (isOff(group.platform) ? [groupOfNoPlatform(group)] : idOf(group))),
    ...peopleOfNoPlatform(roster, isOff),
  ]
}

function groupOfNoPlatform({ name, platform }: Group): Diagnosis {
  return lines.notice(`群“${name}”在${called(platform)}，但没有接${called(platform)}，请设置它的环境变量`)
}

/** Without the platform's id nobody knows that a message comes from this group. */
function idOf({ name, platform, conversationId, robot }: Group): readonly Diagnosis[] {
  if (conversationId !== null) return []
  const field = idField[platform] ?? 'conversationId'
  const robotWord = robot === undefined ? '，也没有群机器人，什么都发不到这个群' : ''
  return [
    lines.notice(
      `群“${name}”没有写 ${field}${robotWord}；在群里 @公开助手 说“帮助”，把它回复的编号写进来，或由协调员在群里“绑定”`,
    ),
  ]
}

function peopleOfNoPlatform(roster: Roster, isOff: (platform: string) => boolean): readonly Diagnosis[] {
  const people = [
    ...roster.coordinators.map((person) => ({ person, of: '协调员' })),
    ...roster.agencies.flatMap(({ name, contacts }) =>
      contacts.map((person) => ({ person, of: `“${name}”的联络员` })),
    ),
  ]
  return people
    .filter(({ person }) => isOff(person.platform))
    .map(({ person, of }) =>
      lines.notice(
        `${of} ${person.name ?? person.userId} 在${called(person.platform)}，但没有接${called(person.platform)}`,
      ),
    )
}

function called(platform: string): string {
  return names[platform] ?? platform
}
