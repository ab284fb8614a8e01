/** An answer of the API: HTTP 200, whatever it says. */
export interface JsonReply {
  readonly json: Readonly<Record<string, unknown>>
}

export function ok(fields: Readonly<Record<string, unknown>>): JsonReply {
  return { json: { errcode: 0, errmsg: 'ok', ...fields } }
}

export function failure(errcode: number, errmsg: string): JsonReply {
  return { json: { errcode, errmsg } }
}

/** A text field below the key of a message's type; empty where it is not there. */
export function contentOf(
  json: Readonly<Record<string, unknown>> | null,
  type: string,
  field = 'content',
): string {
  const part = json?.[type]
  if (typeof part !== 'object' || part === null) return ''
  const value = (part as Readonly<Record<string, unknown>>)[field]
  return typeof value === 'string' ? value : ''
}

export function byteLength(text: string): number {
  return Buffer.byteLength(text, 'utf8')
}
