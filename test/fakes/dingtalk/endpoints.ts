import { z } from 'zod'
import { refusedPost } from './custom-robot.ts'
import { errcode, refused, type Answer, type Endpoint, type Recorded, type Seen } from './record.ts'
import { currentToken, isToken, newId, refusedCall, type FakeFile, type FakeState } from './state.ts'

/** Does one kind of request. */
export type Work = (state: FakeState, request: Recorded, form: readonly FakeFile[]) => Answer

const tokenBody = z.object({ appKey: z.string(), appSecret: z.string() })
const downloadBody = z.object({ downloadCode: z.string().min(1) })
const openMessage = z.object({ msgKey: z.string(), msgParam: z.string() })
const groupBody = openMessage.extend({ openConversationId: z.string() })
const personBody = openMessage.extend({ userIds: z.array(z.string()).min(1).max(20) })
const sessionBody = z.object({
  msgtype: z.string(),
  text: z.object({ content: z.string().min(1) }).optional(),
  markdown: z.object({ title: z.string().min(1), text: z.string().min(1) }).optional(),
  at: z.object({ atUserIds: z.array(z.string()).optional() }).optional(),
})
const urlLife = 60_000
const mediaTypes: Readonly<Record<string, readonly string[]>> = {
  image: ['jpg', 'jpeg', 'gif', 'png', 'bmp'],
  file: ['doc', 'docx', 'xls', 'xlsx', 'ppt', 'pptx', 'zip', 'pdf', 'rar'],
}
const fileTypes = ['xlsx', 'pdf', 'zip', 'rar', 'doc', 'docx']

/** What DingTalk does with each request, and what it refuses. */
export const endpoints: Readonly<Record<Endpoint, Work>> = {
  token: (state, { json }) => {
    const body = tokenBody.safeParse(json)
    const { clientId, clientSecret } = state.app
    if (!body.success || body.data.appKey !== clientId || body.data.appSecret !== clientSecret)
      return refused(400, 'invalidClientIdOrSecret', '无效的clientId或者clientSecret')
    return { status: 200, json: { accessToken: currentToken(state), expireIn: 7200 } }
  },
  'old token': (state, { query }) => {
    const { clientId, clientSecret } = state.app
    if (query['appkey'] === undefined) return errcode(40035, '缺少参数 corpid or appkey')
    return query['appkey'] === clientId && query['appsecret'] === clientSecret
      ? errcode(0, 'ok', { access_token: currentToken(state), expires_in: 7200 })
      : errcode(40089, '不合法的appKey或appSecret')
  },
  download: (state, request) => {
    const call = refusedCall(state, request)
    if (call !== null) return call
    const known = state.codes.get(downloadBody.safeParse(request.json).data?.downloadCode ?? '')
    if (known === undefined || known.until <= state.now().getTime())
      return refused(400, 'invalidParameter.downloadCode', 'downloadCode 无效或已过期')
    const id = newId('u')
    state.urls.set(id, { file: known.file, until: state.now().getTime() + urlLife })
    return { status: 200, json: { downloadUrl: `${state.origin}/files/${id}?Expires=1&Signature=s%2F%2B` } }
  },
  file: (state, { path, query }) => {
    const known = state.urls.get(path.split('/').at(-1) ?? '')
    if (known === undefined || known.until <= state.now().getTime() || query['Signature'] !== 's/+')
      return { status: 403, bytes: Buffer.from('<Error><Code>AccessDenied</Code></Error>') }
    return { status: 200, bytes: known.file.bytes }
  },
  group: (state, request) => {
    const call = refusedCall(state, request)
    if (call !== null) return call
    const body = groupBody.safeParse(request.json)
    if (!body.success) return refused(400, 'invalidParameter.msgParam.invalid', 'parameters')
    if (!state.groups.has(body.data.openConversationId))
      return refused(400, 'invalid.openConversationId', 'openConversationId 无效')
    return posted(state, { way: 'group', to: body.data.openConversationId }, body.data)
  },
  person: (state, request) => {
    const call = refusedCall(state, request)
    if (call !== null) return call
    const body = personBody.safeParse(request.json)
    if (!body.success) return refused(400, 'invalidParameter.userIds', 'parameters')
    const { userIds } = body.data
    const invalidStaffIdList = userIds.filter((id) => !state.people.has(id))
    const flowControlledStaffIdList = userIds.filter((id) => state.tooFast.has(id))
    const left = userIds.filter((id) => state.people.has(id) && !state.tooFast.has(id))
    const lists = { invalidStaffIdList, flowControlledStaffIdList }
    if (left.length === 0) return { status: 200, json: { processQueryKey: newId('pq'), ...lists } }
    return posted(state, { way: 'person', to: left.join(',') }, body.data, lists)
  },
  session: (state, { json, body, query }) => {
    const session = state.sessions.get(query['session'] ?? '')
    if (session === undefined || session.until <= state.now().getTime())
      return errcode(300001, 'session 不存在')
    return told(state, { way: 'session', to: session.conversationId }, json, body)
  },
  robot: (state, { json, body, query }) => {
    const robot = state.robots.get(query['access_token'] ?? '')
    if (robot === undefined) return errcode(300005, 'token is not exist')
    const refusal = refusedPost(robot, query, state.now().getTime())
    if (refusal !== null) return refusal
    return told(state, { way: 'robot', to: query['access_token'] ?? '' }, json, body)
  },
  upload: (state, { query }, [file]) => {
    if (!isToken(state, query['access_token'])) return errcode(40014, '不合法的access_token')
    const type = query['type'] ?? ''
    if (file === undefined || !isMediaOf(type, file)) return errcode(40004, '不合法的媒体文件类型')
    if (file.bytes.byteLength === 0 || file.bytes.byteLength > 20 * 1024 * 1024)
      return errcode(40009, '不合法的媒体文件大小')
    const mediaId = newId('@lAD')
    state.media.set(mediaId, { ...file, type })
    const created = { type: query['type'], media_id: mediaId, created_at: state.now().getTime() }
    return errcode(0, 'ok', created)
  },
  unknown: () => ({ status: 404, json: { code: 'InvalidAction.NotFound', message: 'no such api' } }),
}

/** By its name; a picture by its content as well: JPG, GIF, PNG, BMP. */
function isMediaOf(type: string, { name, bytes }: FakeFile): boolean {
  if (mediaTypes[type]?.includes(name.split('.').at(-1)?.toLowerCase() ?? '') !== true) return false
  if (type !== 'image') return true
  return /^(?:ffd8ff|47494638|89504e470d0a1a0a|424d)/.test(bytes.subarray(0, 8).toString('hex'))
}

/** A message to a webhook. */
function told(state: FakeState, where: Pick<Seen, 'way' | 'to'>, json: unknown, bytes: Buffer): Answer {
  if (bytes.byteLength > 20_000) return errcode(460101, 'message too long, exceed 20000 bytes')
  const parsed = sessionBody.safeParse(json)
  if (!parsed.success) return errcode(40035, '缺少参数 json')
  const { msgtype, text, markdown, at } = parsed.data
  const shown =
    msgtype === 'text' ? { title: '', text: text?.content } : { ...markdown, title: markdown?.title ?? '' }
  if (!['text', 'markdown'].includes(msgtype) || shown.text === undefined)
    return errcode(400105, 'unsupported message type')
  const asked = at?.atUserIds ?? []
  // Who is not named in the text as well is not called on.
  const said = shown.text
  const called = asked.filter((id) => said.includes(`@${id}`))
  state.seen.push({ ...where, type: msgtype, title: shown.title, text: said, at: called, media: null })
  return errcode(0, 'ok')
}

const params = {
  sampleText: z.object({ content: z.string().min(1) }),
  sampleMarkdown: z.object({ title: z.string().min(1), text: z.string().min(1) }),
  sampleImageMsg: z.object({ photoURL: z.string().min(1) }),
  sampleFile: z.object({ mediaId: z.string(), fileName: z.string().min(1), fileType: z.enum(fileTypes) }),
}

/** A message of the OpenAPI. */
function posted(
  state: FakeState,
  where: Pick<Seen, 'way' | 'to'>,
  { msgKey, msgParam }: z.infer<typeof openMessage>,
  more: object = {},
): Answer {
  const shape = Object.entries(params).find(([key]) => key === msgKey)?.[1]
  if (shape === undefined) return refused(400, 'invalidParameter.msgKey.invalid', 'msgKey 无效')
  const param = shape.safeParse(parsedText(msgParam)).data
  if (param === undefined || Buffer.byteLength(msgParam) > 15_000)
    return refused(400, 'invalidParameter.msgParam.invalid', 'msgParam 无效')
  const { title = '', mediaId, text = '' } = shownOf(param)
  const media = mediaOf(state, msgKey, mediaId)
  if (mediaId !== undefined && media === null) return refused(400, 'resource.not.found', 'mediaId 不存在')
  state.seen.push({ ...where, type: msgKey, title, text, at: [], media })
  return { status: 200, json: { processQueryKey: newId('pq'), ...more } }
}

/** What was uploaded for this kind of message. */
function mediaOf(state: FakeState, msgKey: string, mediaId = ''): FakeFile | null {
  const media = state.media.get(mediaId)
  return media?.type === (msgKey === 'sampleImageMsg' ? 'image' : 'file') ? media : null
}

interface Shown {
  readonly title?: string
  readonly text?: string
  readonly mediaId?: string
}

function shownOf(param: z.infer<(typeof params)[keyof typeof params]>): Shown {
  if ('content' in param) return { text: param.content }
  if ('photoURL' in param) return { mediaId: param.photoURL }
  return 'mediaId' in param ? { mediaId: param.mediaId, title: param.fileName } : param
}

function parsedText(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
