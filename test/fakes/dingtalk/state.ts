import { randomBytes } from 'node:crypto'
import type { FakeRobot } from './custom-robot.ts'
import { refused, type Answer, type Recorded, type ScriptedFault, type Seen } from './record.ts'

/** The app as it stands in DingTalk's console. */
export interface FakeApp {
  readonly clientId: string
  readonly clientSecret: string
  readonly robotCode: string
}

export interface FakeFile {
  readonly name: string
  readonly bytes: Buffer
}

/** What the fake knows; tests change it as time goes on. */
export interface FakeState {
  readonly app: FakeApp
  readonly now: () => Date
  /** Base of all its addresses. */
  origin: string
  token: { readonly value: string; readonly until: number } | null
  readonly sessions: Map<string, { readonly conversationId: string; readonly until: number }>
  readonly codes: Map<string, { readonly file: FakeFile; until: number }>
  readonly urls: Map<string, { readonly file: FakeFile; readonly until: number }>
  /** By their ids, with the type they were uploaded as. */
  readonly media: Map<string, FakeFile & { readonly type: string }>
  readonly groups: Set<string>
  readonly people: Set<string>
  readonly tooFast: Set<string>
  /** Custom robots by their tokens. */
  readonly robots: Map<string, FakeRobot>
  readonly records: Recorded[]
  readonly seen: Seen[]
  readonly faults: ScriptedFault[]
}

const tokenLife = 7_200_000

export function newState(app: FakeApp, now: () => Date): FakeState {
  return {
    ...{ app, now, origin: '', token: null },
    ...{ sessions: new Map(), codes: new Map(), urls: new Map(), media: new Map(), robots: new Map() },
    ...{ groups: new Set(), people: new Set(), tooFast: new Set() },
    ...{ records: [], seen: [], faults: [] },
  }
}

/** Something nobody can guess, as DingTalk's ids are. */
export function newId(prefix: string): string {
  return `${prefix}${randomBytes(9).toString('base64url')}`
}

/** The same token until it ends or is taken back, as DingTalk does. */
export function currentToken(state: FakeState): string {
  const now = state.now().getTime()
  if (state.token === null || state.token.until <= now)
    state.token = { value: newId('tok'), until: now + tokenLife }
  return state.token.value
}

export function isToken(state: FakeState, token: string | undefined): boolean {
  return state.token !== null && state.token.value === token && state.token.until > state.now().getTime()
}

/** What every call of the OpenAPI is checked for; null: it may go on. */
export function refusedCall(state: FakeState, { headers, json }: Recorded): Answer | null {
  if (!isToken(state, headers['x-acs-dingtalk-access-token']))
    return refused(401, 'InvalidAuthentication', '不合法的access_token')
  if (typeof json !== 'object' || json === null) return refused(400, 'InvalidParameter', 'body is not JSON')
  if (!('robotCode' in json) || json.robotCode !== state.app.robotCode)
    return refused(400, 'invalidParameter.robotCode.auth', 'robotCode 无权限')
  return null
}
