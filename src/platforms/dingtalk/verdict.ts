import { z } from 'zod'
import type { ApiAnswer } from '../outgoing/api-client.ts'
import { isSentOn } from '../outgoing/sent-on.ts'

/** What an answer of DingTalk means. Reasons are its codes: no text, no secret. */
export type Verdict =
  | { readonly kind: 'ok'; readonly json: unknown }
  /** The access token is not taken (any more). */
  | { readonly kind: 'token'; readonly reason: string }
  /** Not done; it may work later. */
  | { readonly kind: 'busy'; readonly reason: string; readonly afterMs?: number }
  /** Not done, and it would not be another time. */
  | { readonly kind: 'refused'; readonly reason: string }

/** Both APIs: the new one has `code` and an HTTP status, the old one `errcode` (a number or a string) and 200. */
const shape = z.object({
  code: z.coerce.string().optional().catch(undefined),
  message: z.string().optional().catch(undefined),
  errcode: z.coerce.string().optional().catch(undefined),
  errmsg: z.string().optional().catch(undefined),
})

/** Over a limit the platform wants a minute. */
const afterLimit = 60_000
const limitWords =
  /qps ?limit|throttl|too ?(?:fast|many|frequent)|flow ?control|traffic ?control|rate ?limit|exceed.*per (?:second|minute)/i
/** 90018 and 90002: the whole organisation or app is too fast; 130101 and 410100: this robot. */
const limitCodes = ['88', '90002', '90018', '130101', '410100']
const tokenWords =
  /(?:invalid|illegal|expired).{0,12}access_?token|access_?token.{0,20}(?:invalid|expire|illegal)|invalidauthentication/i
const tokenCodes = ['40014', '42001', '40001']

/** Reads an answer of the OpenAPI (`api`) or of the old API (`oapi`). */
export function verdictOf({ status, json }: ApiAnswer): Verdict {
  if (status >= 500 || status === 408 || isSentOn(status)) return { kind: 'busy', reason: `HTTP ${status}` }
  const parsed = shape.safeParse(json)
  const said: Said = parsed.success ? parsed.data : {}
  if (status >= 200 && status < 300 && isDone(said)) {
    // A page of some box on the way is no answer of DingTalk's.
    return parsed.success ? { kind: 'ok', json } : { kind: 'busy', reason: 'not_json' }
  }
  return notDone(status, said)
}

type Said = Partial<z.infer<typeof shape>>

function isDone({ errcode }: Said): boolean {
  return errcode === undefined || Number(errcode) === 0
}

function notDone(status: number, said: Said): Verdict {
  const code = (said.errcode ?? said.code ?? '').trim()
  const reason = /^[\w.:-]{1,100}$/.test(code) ? code : `HTTP ${status}`
  const words = [code, said.message, said.errmsg].join(' ')
  if (status === 429 || limitCodes.includes(code) || limitWords.test(words))
    return { kind: 'busy', reason, afterMs: afterLimit }
  if (status === 401 || tokenCodes.includes(code) || tokenWords.test(words)) return { kind: 'token', reason }
  return code === '-1' ? { kind: 'busy', reason } : { kind: 'refused', reason }
}
