import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { LineCounter, isMap, isScalar, parseDocument, visit, type Document } from 'yaml'
import type { z } from 'zod'
import { ConfigError, errorCode } from '../errors.ts'
import { agencyKindOf } from '../report/agency-kind.ts'
import { emptyRoster, type Agency, type Group, type Roster } from '../roster/roster.ts'
import { agencySchema, entriesSchema, groupSchema, rosterSchema, type RosterFile } from './roster-schema.ts'

/**
 * Reads gongkai.yaml into the roster; an absent file is an empty roster unless it was `named` in GONGKAI_CONFIG.
 * `${NAME}` in a value is taken from the environment. Throws ConfigError naming every fault with its line.
 */
export function readRosterFile(
  file: string,
  named: boolean,
  env: Readonly<Record<string, string | undefined>>,
): Roster {
  if (!existsSync(file)) {
    if (named) throw new ConfigError([`GONGKAI_CONFIG 指定的文件不存在：${path.basename(file)}，请检查路径`])
    return emptyRoster
  }
  return parseRoster(textOf(file), path.basename(file), env)
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    const code = errorCode(error)
    const reason = code === 'EISDIR' ? '它是文件夹' : code
    throw new ConfigError([
      `名单文件 ${path.basename(file)} 读不了（${reason}），请检查 GONGKAI_CONFIG 和文件权限`,
    ])
  }
}

/** The same from text; `name` is how messages call the file. */
export function parseRoster(
  text: string,
  name: string,
  env: Readonly<Record<string, string | undefined>>,
): Roster {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true, maxAliasCount: 20 } as never)
  const problems: string[] = document.errors.map(
    (error) =>
      `${name} 第 ${lines.linePos(error.pos[0]).line} 行：YAML 语法不对（${error.code}），请检查缩进、引号和冒号`,
  )
  if (problems.length > 0) throw new ConfigError([...new Set(problems)])
  fillVariables(document, env, (offset, variable) => {
    problems.push(`${name} 第 ${lines.linePos(offset).line} 行：环境变量 ${variable} 没有设置`)
  })
  const raw: unknown = document.toJS() ?? {}
  const parsed = rosterSchema.safeParse(raw)
  const lineOf = (at: readonly PropertyKey[]): number => lineOfPath(document, lines, at)
  const faults = parsed.success ? [] : parsed.error.issues.flatMap(describeIssue)
  // What contradicts itself is named in the same breath, as far as it can be read.
  const readable = parsed.success ? parsed.data : readablePart(raw)
  problems.push(
    ...[...faults, ...contradictions(readable), ...lateDeadlines(readable)].map(
      ({ at, text: what }) => `${name} 第 ${lineOf(at)} 行：${what}`,
    ),
  )
  if (problems.length > 0 || !parsed.success) throw new ConfigError(problems)
  return rosterOf(parsed.data)
}

interface Problem {
  readonly at: readonly PropertyKey[]
  readonly text: string
}

/** Replaces `${NAME}` in every string value. */
function fillVariables(
  document: Document.Parsed,
  env: Readonly<Record<string, string | undefined>>,
  missing: (offset: number, variable: string) => void,
): void {
  visit(document, {
    Scalar(key, node) {
      if (key === 'key' || typeof node.value !== 'string') return
      node.value = node.value.replaceAll(/\$\{(\w+)\}/g, (whole, variable: string) => {
        const value = env[variable]
        if (value === undefined || value === '') missing(node.range?.[0] ?? 0, variable)
        return value ?? whole
      })
    },
  })
}

/** The line of a value, or of the nearest thing around it that the file has. */
function lineOfPath(document: Document.Parsed, lines: LineCounter, at: readonly PropertyKey[]): number {
  for (let length = at.length; length > 0; length--) {
    const parent: unknown = length === 1 ? document.contents : document.getIn(at.slice(0, length - 1), true)
    const last = at[length - 1]
    if (isMap(parent)) {
      const pair = parent.items.find((item) => isScalar(item.key) && item.key.value === last)
      if (isScalar(pair?.key) && pair.key.range) return lines.linePos(pair.key.range[0]).line
    }
    const node: unknown = document.getIn(at.slice(0, length), true)
    if (hasRange(node)) return lines.linePos(node.range[0]).line
  }
  return 1
}

function hasRange(node: unknown): node is { range: [number, number, number] } {
  return typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range)
}

function describeIssue(issue: z.core.$ZodIssue): readonly Problem[] {
  const place = issue.path.join('.')
  if (place === '' && issue.code === 'invalid_type') {
    return [{ at: [], text: '文件应由“设置: 值”组成，如 agencies: […]' }]
  }
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      at: [...issue.path, key],
      text: `不认识的设置“${place === '' ? key : `${place}.${key}`}”，请检查拼写`,
    }))
  }
  return [{ at: issue.path, text: `“${place}”${issue.message}` }]
}

/** The entries that can be read on their own; null stands for one that cannot, so that places stay right. */
interface ReadableFile {
  readonly deadlines?: RosterFile['deadlines']
  readonly agencies: readonly (RosterFile['agencies'][number] | null)[]
  readonly groups: readonly (RosterFile['groups'][number] | null)[]
}

function readablePart(raw: unknown): ReadableFile {
  const { agencies, groups } = entriesSchema.parse(raw)
  return {
    agencies: agencies.map((entry) => agencySchema.safeParse(entry).data ?? null),
    groups: groups.map((entry) => groupSchema.safeParse(entry).data ?? null),
  }
}

/** What no single value shows: names used twice, groups that name unknown agencies. */
function contradictions(file: ReadableFile): readonly Problem[] {
  return [...doubles(file), ...unknownAgencies(file)]
}

function doubles({ agencies }: ReadableFile): readonly Problem[] {
  const problems: Problem[] = []
  const owner = new Map<string, string>()
  agencies.forEach((agency, index) => {
    if (agency === null) return
    if (agencies.findIndex((other) => other?.name === agency.name) < index) {
      problems.push({ at: ['agencies', index, 'name'], text: `单位“${agency.name}”写了两次` })
      return
    }
    for (const alias of agency.aliases) {
      const other = owner.get(alias)
      if (other !== undefined && other !== agency.name) {
        const text = `简称“${alias}”同时给了“${other}”和“${agency.name}”`
        problems.push({ at: ['agencies', index, 'aliases'], text })
      }
      owner.set(alias, agency.name)
    }
  })
  return problems
}

function unknownAgencies(file: ReadableFile): readonly Problem[] {
  // With an entry that cannot be read, nobody knows whether it is the one meant.
  if (file.agencies.includes(null)) return []
  return file.groups.flatMap((group, index) => {
    if (group?.agencies === undefined || group.agencies === 'all') return []
    return group.agencies
      .filter((named) => fullNameOf(named, file) === null)
      .map((named) => ({
        at: ['groups', index, 'agencies'],
        text: `群“${group.name}”里的单位“${named}”不在 agencies 名单里`,
      }))
  })
}

/** Article 49: departments by 31 January, governments from county level up by 31 March; never later. */
function lateDeadlines(file: ReadableFile): readonly Problem[] {
  const problems: Problem[] = []
  const check = (at: readonly PropertyKey[], what: string, day: string | undefined, latest: string): void => {
    if (day !== undefined && day > latest) {
      problems.push({ at, text: `${what}的截止日期 ${day} 晚于《条例》第四十九条规定的 ${latest}，只能提前` })
    }
  }
  check(['deadlines', 'departments'], '部门', file.deadlines?.departments, '01-31')
  check(['deadlines', 'governments'], '政府', file.deadlines?.governments, '03-31')
  file.agencies.forEach((agency, index) => {
    if (agency === null) return
    const latest = (agency.kind ?? agencyKindOf(agency.name)) === 'government' ? '03-31' : '01-31'
    check(['agencies', index, 'deadline'], `“${agency.name}”`, agency.deadline, latest)
  })
  return problems
}

function fullNameOf(named: string, file: Pick<ReadableFile, 'agencies'>): string | null {
  const agency =
    file.agencies.find((candidate) => candidate?.name === named) ??
    file.agencies.find((candidate) => candidate?.aliases.includes(named))
  return agency?.name ?? null
}

function rosterOf(file: RosterFile): Roster {
  return {
    district: file.district ?? null,
    agencies: file.agencies.map((agency): Agency => ({
      name: agency.name,
      aliases: agency.aliases,
      kind: agency.kind ?? agencyKindOf(agency.name),
      contacts: agency.contacts.map((contact) => ({ ...contact, name: contact.name ?? null })),
      deadline: agency.deadline ?? null,
      since: agency.since ?? null,
      until: agency.until ?? null,
    })),
    groups: file.groups.map((group): Group => ({
      name: group.name,
      platform: group.platform,
      conversationId: group.chatId ?? group.conversationId ?? null,
      agencies:
        group.agencies === undefined
          ? null
          : group.agencies === 'all'
            ? 'all'
            : group.agencies.map((named) => fullNameOf(named, file) ?? named),
      ...robotOf(group),
    })),
    coordinators: file.coordinators.map((person) => ({ ...person, name: person.name ?? null })),
    ...(file.deadlines === undefined ? {} : { deadlines: file.deadlines }),
  }
}

function robotOf({
  webhookKey,
  webhookToken,
  webhookSecret,
}: RosterFile['groups'][number]): Pick<Group, 'robot'> {
  const key = webhookKey ?? webhookToken
  return key === undefined || key === '' ? {} : { robot: { key, secret: webhookSecret ?? null } }
}
