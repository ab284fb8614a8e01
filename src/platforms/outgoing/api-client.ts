import { Agent, FormData as OwnForm, type Dispatcher } from 'undici'
import { createAnswerBudget, type AnswerBudget } from './answer-budget.ts'
import { exchange, type ApiAnswer } from './exchange.ts'
import { createRunningCalls } from './running-calls.ts'

export type { ApiAnswer } from './exchange.ts'
export { CallFault } from './call-fault.ts'

/** A call of a platform's API. */
export interface ApiRequest {
  readonly method: 'GET' | 'POST'
  /** Begins with a slash; comes after the base's own path. */
  readonly path: string
  readonly query?: Readonly<Record<string, string>>
  readonly json?: unknown
  readonly form?: FormData
  readonly headers?: Readonly<Record<string, string>>
  /** For the whole call; 15 s. */
  readonly timeoutMs?: number
  /** The longest answer taken; 20 MiB. A longer one rejects with the code `answer_too_large`. */
  readonly maxBytes?: number
}

export interface ApiClient {
  /** Resolves to the answer whatever its status; rejects with CallFault where there is none. */
  readonly call: (request: ApiRequest) => Promise<ApiAnswer>
  /** Breaks off what is under way (CallFault `UND_ERR_DESTROYED`) and takes nothing more. */
  readonly close: () => Promise<void>
}

export interface ApiClientOptions {
  /** From the configuration: trusted, inner addresses and http included; may have a path prefix. */
  readonly base: string
  readonly dispatcher?: Dispatcher
  /** To connect, TLS included; 5 s. */
  readonly connectMs?: number
  /** What answers take of the memory while they are read; absent: a budget of its own. */
  readonly budget?: AnswerBudget
}

const defaultTimeout = 15_000
const defaultMaxBytes = 20 * 1024 * 1024

/** Calls the API below a configured base. TLS is always verified; redirects are not followed. */
export function createApiClient(options: ApiClientOptions): ApiClient {
  const { base, dispatcher, connectMs = 5_000, budget = createAnswerBudget() } = options
  const agent = dispatcher ?? new Agent({ connect: { timeout: connectMs, rejectUnauthorized: true } })
  const calls = createRunningCalls()
  return {
    call: (request) =>
      calls.run(request.timeoutMs ?? defaultTimeout, (signal) =>
        budget.read(signal, (room) =>
          exchange({
            dispatcher: agent,
            url: addressOf(base, request),
            method: request.method,
            headers: {
              ...(request.json === undefined ? {} : { 'content-type': 'application/json' }),
              ...request.headers,
            },
            body: bodyOf(request),
            maxBytes: request.maxBytes ?? defaultMaxBytes,
            ...{ signal, room },
          }),
        ),
      ),
    close: async () => {
      calls.breakOff()
      await agent.destroy()
    },
  }
}

function addressOf(base: string, { path, query }: ApiRequest): URL {
  const url = new URL(base)
  url.pathname = `${url.pathname.replace(/\/+$/, '')}${path}`
  for (const [name, value] of Object.entries(query ?? {})) url.searchParams.set(name, value)
  return url
}

function bodyOf({ json, form }: ApiRequest): string | OwnForm | null {
  if (form !== undefined) return ownForm(form)
  return json === undefined ? null : JSON.stringify(json)
}

/** The library takes its own forms only, and the runtime's class is another one. */
function ownForm(form: FormData): OwnForm {
  const own = new OwnForm()
  form.forEach((value, name) => {
    if (typeof value === 'string') own.append(name, value)
    else own.append(name, value, value.name)
  })
  return own
}
