import { parseArgs, type ParseArgsConfig } from 'node:util'
import { errorCode, GongkaiError } from '../errors.ts'

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

/** Refuses words that a command without positionals does not know. */
export function refuseWords(command: string, words: readonly string[]): void {
  const [word] = words
  if (word !== undefined) throw usage(command, `多出来的“${word}”`)
}

/** An error about the words of a command line. */
export function usage(command: string, what: string): GongkaiError {
  return new GongkaiError('usage', `${what}。用法见 gongkai ${command} --help`)
}

function describe(error: unknown): string {
  const message = error instanceof Error ? error.message : ''
  const word = /'([^']+)'/.exec(message)?.[1] ?? ''
  const code = errorCode(error)
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return `不认识的选项 ${word}`
  return `选项 ${word} 用得不对（缺少值，或不该有值）`
}
