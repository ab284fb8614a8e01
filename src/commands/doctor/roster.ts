import { readRosterFile } from '../../config/roster-file.ts'
import { readRosterPlace } from '../../config/settings.ts'
import type { Roster } from '../../roster/roster.ts'
import type { Terminal } from '../command.ts'
import { linesOf, type Diagnosis } from './diagnosis.ts'
import { problemsOf } from './settings.ts'

const lines = linesOf('gongkai.yaml')

/** The roster, null where the file is wrong, and a line for each fault. */
export function roster(terminal: Pick<Terminal, 'env' | 'cwd'>): {
  readonly value: Roster | null
  readonly found: readonly Diagnosis[]
} {
  const { rosterFile, rosterFileNamed } = readRosterPlace(terminal.env, terminal.cwd)
  try {
    const value = readRosterFile(rosterFile, rosterFileNamed, terminal.env)
    const { agencies, groups } = value
    const line =
      agencies.length === 0 && groups.length === 0
        ? lines.notice('没有名单，单位名称取自收到的年报标题')
        : lines.ok(`${agencies.length} 个单位，${groups.length} 个群`)
    return { value, found: [line] }
  } catch (error) {
    return { value: null, found: problemsOf(error).map(lines.wrong) }
  }
}
