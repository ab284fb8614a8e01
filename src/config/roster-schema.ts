import { z } from 'zod'

const name = z.string('应是文字').trim().min(1, '不能为空')
const monthDay = z
  .string('应写成 "MM-DD"，并加引号')
  .regex(/^(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/, '应写成 "MM-DD"，如 "01-31"')
const date = z
  .string('应写成 "YYYY-MM-DD"，并加引号')
  .regex(/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/, '应写成 "YYYY-MM-DD"')
const year = z.number('应是年份').int('应是整数年份').min(2008, '年份太早').max(2100, '年份太晚')
const text = z.string('应是文字')

const person = z.strictObject({
  platform: z.enum(['wecom', 'dingtalk'], '只能是 wecom 或 dingtalk'),
  userId: name,
  name: name.optional(),
})

/** One entry of `agencies`. */
export const agencySchema = z.strictObject(
  {
    name,
    aliases: z.array(name, '应是名单，如 [区科技局]').default([]),
    kind: z
      .enum(
        ['department', 'government', 'township', 'subdistrict'],
        '只能是 department、government、township、subdistrict 之一',
      )
      .optional(),
    contacts: z.array(person, '应是名单').default([]),
    deadline: monthDay.optional(),
    since: year.optional(),
    until: year.optional(),
  },
  '应写成 { name: 单位全称 }',
)

/** One entry of `groups`. */
export const groupSchema = z.strictObject(
  {
    name,
    platform: z.enum(['wecom', 'dingtalk'], '只能是 wecom 或 dingtalk'),
    webhookKey: text.optional(),
    webhookToken: text.optional(),
    webhookSecret: text.optional(),
    chatId: text.optional(),
    conversationId: text.optional(),
    agencies: z.union([z.literal('all'), z.array(name)], '只能是 all 或单位名单').optional(),
    digest: z.boolean('只能是 true 或 false').optional(),
  },
  '应写成 { name: 群名, platform: wecom }',
)

/** gongkai.yaml as it may be written; what it says of deadlines and reminders is checked here and used by the reminders. */
export const rosterSchema = z.strictObject({
  district: name.optional(),
  deadlines: z
    .strictObject({ departments: monthDay.optional(), governments: monthDay.optional() })
    .optional(),
  reminders: z
    .strictObject({
      at: z
        .string('应写成 "HH:MM"，并加引号')
        .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, '应写成 "HH:MM"')
        .optional(),
      daysBefore: z.array(z.number('应是整数').int('应是整数').min(0, '不能小于 0')).optional(),
      overdueEveryDays: z.number('应是整数').int('应是整数').min(1, '不能小于 1').optional(),
      overdueUntil: monthDay.optional(),
      workdaysOnly: z.boolean('只能是 true 或 false').optional(),
      until: z.enum(['clean', 'published'], '只能是 clean 或 published').optional(),
    })
    .optional(),
  coordinators: z.array(person, '应是名单').default([]),
  calendar: z
    .strictObject({ holidays: z.array(date).optional(), workdays: z.array(date).optional() })
    .optional(),
  groups: z.array(groupSchema, '应是名单').default([]),
  agencies: z.array(agencySchema, '应是名单').default([]),
})

/** The lists of a file whose shape is wrong somewhere, for what can still be said about their entries. */
export const entriesSchema = z
  .looseObject({ agencies: z.array(z.unknown()).catch([]), groups: z.array(z.unknown()).catch([]) })
  .catch({ agencies: [], groups: [] })

export type RosterFile = z.infer<typeof rosterSchema>
