/** What can go wrong, as a closed list: templates/failure.ts words each of them for a chat. */
export type ErrorCode =
  /** The file holds no bytes. */
  | 'empty_file'
  /** Over the size limit of an upload. */
  | 'file_too_large'
  /** A type that is not read (yet): the message names it. */
  | 'unsupported_type'
  /** Needs a password to open. */
  | 'encrypted_file'
  /** Cut off or corrupt: cannot be read. */
  | 'damaged_file'
  /** Built to do harm, or over the limits for parts, depth or cells (operations: input limits). */
  | 'unsafe_file'
  /** Readable, but no annual report: no title, fewer than two of the six headings, none of the tables. */
  | 'not_a_report'
  /** Reading took longer than allowed, or more memory than allowed. */
  | 'read_timeout'
  /** Reading ended the thread or the process that did it. */
  | 'reader_died'
  /** A file named on the command line is not there or may not be read. */
  | 'file_not_found'
  /** A file that a message spoke of can no longer be fetched. */
  | 'file_gone'
  /** The link or code of a file has run out: quoted or sent again, it has another. */
  | 'file_expired'
  /** The host of a file did not answer, or was too busy, however often it was asked. */
  | 'file_unreachable'
  /** A file lies at an address from which nothing may be fetched (operations: arrived URLs); an operator may allow it. */
  | 'file_host_refused'
  /** A file came encrypted with another key than the configured one. */
  | 'file_undecryptable'
  /** Settings or gongkai.yaml are wrong. */
  | 'config_invalid'
  /** Words on the command line are wrong. */
  | 'usage'
  /** The store cannot be reached or cannot write. */
  | 'store_unavailable'
  /** Another process holds DATA_DIR. */
  | 'store_locked'
  /** The port is taken. */
  | 'port_in_use'
  /** A fault of ours. */
  | 'internal'

/**
 * An error that a user can act on. `message` is one polite Chinese sentence: what happened, with the value,
 * and what to do; it may be printed on the command line. Chats get the wording of templates/failure.ts.
 */
export class GongkaiError extends Error {
  readonly code: ErrorCode

  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'GongkaiError'
    this.code = code
  }
}

/** The codes that speak of the file itself. */
const fileErrorCodes = [
  'empty_file',
  'file_too_large',
  'unsupported_type',
  'encrypted_file',
  'damaged_file',
  'unsafe_file',
  'not_a_report',
  'read_timeout',
  'reader_died',
] as const satisfies readonly ErrorCode[]

export type FileErrorCode = (typeof fileErrorCodes)[number]

/** The codes for a file that did not come at all; permanent as well. */
const fetchErrorCodes = [
  'file_gone',
  'file_expired',
  'file_unreachable',
  'file_host_refused',
  'file_undecryptable',
  'config_invalid',
] as const satisfies readonly ErrorCode[]

export type FetchErrorCode = (typeof fetchErrorCodes)[number]

/** Whether an error code says that a file cannot be fetched, however often it is tried. */
export function isFetchErrorCode(code: ErrorCode): code is FetchErrorCode {
  return fetchErrorCodes.some((known) => known === code)
}

/** Whether an error code speaks of the file itself. */
export function isFileErrorCode(code: ErrorCode): code is FileErrorCode {
  return fileErrorCodes.some((known) => known === code)
}

/** A file that cannot be read as a report; permanent, so never retried. */
export class UnreadableFileError extends GongkaiError {
  declare readonly code: FileErrorCode

  constructor(code: FileErrorCode, message: string, options?: ErrorOptions) {
    super(code, message, options)
    this.name = 'UnreadableFileError'
  }
}

/** A file that is not read, since this version of the reader failed on the very same bytes before. */
export class QuarantinedFileError extends UnreadableFileError {
  declare readonly code: 'read_timeout' | 'reader_died'
  readonly isQuarantined = true

  constructor(code: 'read_timeout' | 'reader_died') {
    super(code, '同一个文件以前读取失败过，这次没有再读。请另存为新的 .docx 后再试')
    this.name = 'QuarantinedFileError'
  }
}

/** The program is stopping: nothing is wrong with the work, it is to be done again after the start. */
export class StoppingError extends Error {
  constructor() {
    super('the program is stopping')
    this.name = 'StoppingError'
  }
}

/** Somebody else works on the message now: whatever this worker still does for it is in vain. */
export class LeaseLostError extends Error {
  constructor() {
    super('the lease is lost')
    this.name = 'LeaseLostError'
  }
}

/** Settings that are wrong, all of them at once. */
export class ConfigError extends GongkaiError {
  readonly problems: readonly string[]

  constructor(problems: readonly string[]) {
    super('config_invalid', `配置有误，请改正后再启动：${problems.join('；')}`)
    this.name = 'ConfigError'
    this.problems = problems
  }
}

/** The store did not answer or refused to write; the operation had no effect and may be tried again. */
export class StoreUnavailableError extends GongkaiError {
  constructor(message: string, options?: ErrorOptions) {
    super('store_unavailable', message, options)
    this.name = 'StoreUnavailableError'
  }
}

/**
 * The `code` of an error (`ENOENT`, `not_a_report`), or '' where it has none. It looks at the value alone: an error
 * out of another realm is no instance of this realm's Error.
 */
export function errorCode(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('code' in error)) return ''
  return typeof error.code === 'string' || typeof error.code === 'number' ? String(error.code) : ''
}
