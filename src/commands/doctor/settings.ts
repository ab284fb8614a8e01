import { platformVariables } from '../../config/platform-settings.ts'
import { readSettings, type Settings } from '../../config/settings.ts'
import { ConfigError, GongkaiError } from '../../errors.ts'
import type { Terminal } from '../command.ts'
import { linesOf, type Diagnosis } from './diagnosis.ts'

const lines = linesOf('环境变量')

/** The settings, null where something is wrong with them, and a line for each fault. */
export function settings(terminal: Pick<Terminal, 'env' | 'cwd'>): {
  readonly value: Settings | null
  readonly found: readonly Diagnosis[]
} {
  const strange = unknownVariables(terminal.env)
  try {
    return { value: readSettings(terminal.env, terminal.cwd), found: [lines.ok('格式正确'), ...strange] }
  } catch (error) {
    return { value: null, found: [...problemsOf(error).map(lines.wrong), ...strange] }
  }
}

/** What is wrong with a configuration, a line each; rethrows what is no such error. */
export function problemsOf(error: unknown): readonly string[] {
  if (error instanceof ConfigError) return error.problems
  if (error instanceof GongkaiError) return [error.message]
  throw error
}

/** A misspelt name is silently no setting at all. */
function unknownVariables(env: Terminal['env']): readonly Diagnosis[] {
  return Object.keys(env)
    .filter((name) => /^(?:WECOM|DINGTALK)_/.test(name) && !Object.hasOwn(platformVariables, name))
    .map((name) => lines.notice(`${name} 不是公开助手的设置，没有作用，请检查拼写`))
}
