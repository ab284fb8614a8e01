/** A request as it came. */
export interface Recorded {
  readonly endpoint: Endpoint
  readonly path: string
  readonly query: Readonly<Record<string, string>>
  readonly headers: Readonly<Record<string, string | undefined>>
  readonly body: Buffer
  /** undefined where the body is no JSON. */
  readonly json: unknown
}

/** What the fake can be asked. */
export type Endpoint =
  | 'token'
  | 'old token'
  | 'session'
  | 'download'
  | 'file'
  | 'group'
  | 'person'
  | 'upload'
  | 'robot'
  | 'unknown'

/** A message that people see in the chat. */
export interface Seen {
  readonly way: 'session' | 'group' | 'person' | 'robot'
  /** The conversation of a session or group, the people of a message to persons, the token of a custom robot. */
  readonly to: string
  readonly type: string
  readonly title: string
  readonly text: string
  readonly at: readonly string[]
  /** What was sent as a file or picture. */
  readonly media: { readonly name: string; readonly bytes: Buffer } | null
}

/** What the fake does instead of its work. */
export type Fault =
  /** Nothing is read and nothing answered. */
  | { readonly kind: 'hang_before' }
  /** It is done, but nobody is told. */
  | { readonly kind: 'hang_after' }
  /** The connection is cut before or after it is done. */
  | { readonly kind: 'reset_before' | 'reset_after' }
  | { readonly kind: 'answer'; readonly status: number; readonly json?: unknown }

/** A fault for the next `times` requests of one kind. */
export interface ScriptedFault {
  readonly on: Endpoint
  readonly times: number
  readonly fault: Fault
}

/** An answer. */
export interface Answer {
  readonly status: number
  readonly json?: unknown
  readonly bytes?: Buffer
  readonly headers?: Readonly<Record<string, string>>
}

/** The OpenAPI's way to refuse. */
export function refused(status: number, code: string, message: string): Answer {
  return { status, json: { code, requestid: '0FAKE-0000', message } }
}

/** The old API's way: 200, and a code in the body. */
export function errcode(code: number | string, errmsg: string, more: object = {}): Answer {
  return { status: 200, json: { errcode: code, errmsg, ...more } }
}
