import { parseArgs, type ParseArgsConfig } from 'node:util'
import { GongkaiError } from '../errors.ts'

type Options = NonNullable<ParseArgsConfig['options']>

/**
 * Splits a command's words into options and positionals. Every command knows `--json`. Throws GongkaiError `usage`
 * that names the wrong word and where help is.
 */
export function readArguments<const T extends Options>(
  command: string,
  args: readonly string[],
  options: T,
): ReturnType<
  typeof parseArgs<{
    args: string[]
    allowPositionals: true
    options: T & { json: { type: 'boolean' } }
  }>
> {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { ...options, json: { type: 'boolean' } },
    })
  } catch (error) {
    throw usage(command, describe(error))
  }
}

/** An error about the words of a command line. */
export function usage(command: string, what: string): GongkaiError {
  return new GongkaiError('usage', `${what}。用法见 gongkai ${command} --help`)
}

function describe(error: unknown): string {
  const message = error instanceof Error ? error.message : ''
  const word = /'([^']+)'/.exec(message)?.[1] ?? ''
  const code: unknown = error instanceof Error && 'code' in error ? error.code : ''
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return `不认识的选项 ${word}`
  return `选项 ${word} 用得不对（缺少值，或不该有值）`
}
