/** A request as it reached a fake. */
export interface RecordedRequest {
  readonly method: string
  /** Without the base's prefix. */
  readonly path: string
  readonly query: Readonly<Record<string, string>>
  /** null where it has none. */
  readonly json: Readonly<Record<string, unknown>> | null
  readonly form: readonly FormPart[]
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly at: Date
}

/** A part of a multipart body. */
export interface FormPart {
  readonly name: string
  readonly fileName: string
  readonly bytes: Buffer
}

/** Reads the parts of a multipart body; names are UTF-8 bytes, as the real platform wants them. */
export function readForm(contentType: string, body: Buffer): readonly FormPart[] {
  const boundary = /boundary="?([^";]+)/.exec(contentType)?.[1]
  if (boundary === undefined) return []
  return split(body, Buffer.from(`--${boundary}`)).flatMap((part) => {
    const end = part.indexOf('\r\n\r\n')
    const head = part.toString('utf8', 0, end)
    const name = /name="([^"]*)"/.exec(head)?.[1]
    if (end < 0 || name === undefined) return []
    const fileName = /filename="([^"]*)"/.exec(head)?.[1] ?? ''
    return [{ name, fileName, bytes: part.subarray(end + 4, part.length - 2) }]
  })
}

function split(body: Buffer, border: Buffer): readonly Buffer[] {
  const parts: Buffer[] = []
  for (let start = body.indexOf(border); start >= 0;) {
    const next = body.indexOf(border, start + border.length)
    if (next < 0) break
    parts.push(body.subarray(start + border.length, next))
    start = next
  }
  return parts
}
