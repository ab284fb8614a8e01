import { fetchLines, fetchState, newId, post, postFile, Refusal } from './sandbox-api.js'
import { createPane } from './sandbox-chat.js'
import { createComposer, part, sampleButton } from './sandbox-composer.js'
import { createListener } from './sandbox-events.js'
import { dressAvatar } from './sandbox-lines.js'
import { make } from './sandbox-make.js'
import { drawList } from './sandbox-list.js'
import { createOutgoing } from './sandbox-outgoing.js'

/** @typedef {import('./sandbox-api.js').Line} Line */
/** @typedef {import('./sandbox-api.js').State} State */

const page = 60
/** @type {State} */
let state
let currentId = ''
let limit = page

const problem = part('problem', HTMLElement)
const connection = part('connection', HTMLElement)
const welcome = part('welcome', HTMLElement)
const earlier = part('earlier', HTMLButtonElement)
const who = part('me', HTMLSelectElement)

const composer = createComposer({ onText: sendText, onFile: sendFile, onSample: sendSample })
const pane = createPane(
  {
    lines: part('lines', HTMLElement),
    scroller: part('scroller', HTMLElement),
    typing: part('typing', HTMLElement),
    newest: part('newest', HTMLButtonElement),
  },
  {
    bot: '公开助手',
    isMine: (line) => line.author.id === state.as,
    onQuote: (line) => {
      composer.setQuote(line)
      composer.focus()
    },
  },
)
const outgoing = createOutgoing({ show: pane.addOwn })
const listener = createListener({
  onLine: receive,
  onState: (now) => {
    connection.textContent = now === 'open' ? '' : '连接断开，正在重新连接…'
  },
})

who.addEventListener('change', () => {
  void become(who.value)
})
part('back', HTMLButtonElement).addEventListener('click', () => {
  document.body.classList.add('list-open')
  part('conversations', HTMLElement).querySelector('button')?.focus()
})
earlier.addEventListener('click', () => {
  limit *= 4
  void showLines('stay')
})
document.addEventListener('visibilitychange', markRead)

await become(sessionStorage.getItem('gongkai-as'))

/**
 * Speaks as somebody else: their single chat takes the place of the last person's.
 * @param {string | null} person
 */
async function become(person) {
  try {
    state = await fetchState(person)
  } catch (error) {
    // Somebody the roster no longer names.
    if (person !== null && error instanceof Refusal && error.status === 404) return become(null)
    tell(error)
    setTimeout(() => void become(person), 3000)
    return
  }
  problem.hidden = true
  sessionStorage.setItem('gongkai-as', state.as)
  who.replaceChildren(
    ...state.people.map(({ id, name, role }) =>
      make('option', { value: id, selected: id === state.as }, `${name}（${role}）`),
    ),
  )
  dressAvatar(part('me-avatar', HTMLElement), me().name, 'person')
  composer.setSamples(state.samples)
  const before = sessionStorage.getItem('gongkai-conversation')
  const first =
    state.conversations.find(({ id }) => id === (currentId || before)) ??
    // From one person's single chat to the other's.
    state.conversations.find(({ kind }) => kind === (currentId === '' ? 'group' : 'single')) ??
    state.conversations[0]
  if (first === undefined) return
  currentId = first.id
  listener.listenAs(state.as, Math.max(0, ...state.conversations.map(({ last }) => last?.number ?? 0)))
  await open(first.id)
}

/** @param {string} id */
async function open(id) {
  currentId = id
  limit = page
  sessionStorage.setItem('gongkai-conversation', id)
  document.body.classList.remove('list-open')
  const { kind, name, members } = current()
  part('chat-title', HTMLElement).textContent = kind === 'group' ? `${name}（${members}）` : name
  composer.setGroup(kind === 'group')
  await showLines('end')
  if (matchMedia('(hover: hover)').matches) composer.focus()
}

/** @param {'end' | 'stay'} where */
async function showLines(where) {
  const { id, kind } = current()
  try {
    const { lines, more } = await fetchLines(id, limit)
    if (id !== currentId) return
    earlier.hidden = !more
    greet(lines.length === 0)
    for (const { key } of lines) outgoing.settle(key)
    pane.replace(lines, kind === 'group', where)
    outgoing.of(id).forEach(pane.addOwn)
    const last = lines.at(-1)
    if (last !== undefined) current().last = last
    markRead()
  } catch (error) {
    tell(error)
  }
}

/** @param {Line} line */
function receive(line) {
  const conversation = state.conversations.find(({ id }) => id === line.conversationId)
  if (conversation === undefined) return
  if (line.number > (conversation.last?.number ?? 0)) conversation.last = line
  outgoing.settle(line.key)
  if (line.conversationId === currentId) {
    greet(false)
    pane.add(line)
  }
  markRead()
}

/**
 * @param {string} text
 * @param {boolean} mention
 * @param {string | null} quotes
 */
function sendText(text, mention, quotes) {
  const [id, conversationId, as] = [newId(), currentId, state.as]
  deliver(id, text, null, () => post(conversationId, 'messages', { id, as, text, mention, quotes }))
}

/** @param {File} file */
function sendFile(file) {
  const [id, conversationId, as] = [newId(), currentId, state.as]
  deliver(id, '', file, (progress) =>
    postFile(conversationId, { id, as, file, limit: state.fileLimit }, progress),
  )
}

/** @param {import('./sandbox-api.js').Sample} sample */
function sendSample(sample) {
  const [id, conversationId, as] = [newId(), currentId, state.as]
  deliver(id, '', sample, () => post(conversationId, 'samples', { id, as, sample: sample.name }))
}

/**
 * @param {string} id
 * @param {string} text
 * @param {{ name: string, size: number } | null} file
 * @param {(progress: (done: number) => void) => Promise<{ line: Line }>} send
 */
function deliver(id, text, file, send) {
  greet(false)
  void outgoing.send({
    id,
    conversationId: currentId,
    person: me(),
    text,
    file: file && { name: file.name, size: file.size },
    send: async (progress) => {
      receive((await send(progress)).line)
    },
    // A second try would end the same; the server tells it in the chat too, in a line of its own.
    isFinal: (error) => {
      const isFinal = error instanceof Refusal && error.status === 413 && file !== null
      if (isFinal) tell(error)
      return isFinal
    },
  })
}

/** @param {boolean} isEmpty */
function greet(isEmpty) {
  welcome.hidden = !isEmpty
  if (!isEmpty || welcome.childElementCount > 0) return
  welcome.append(
    make('h3', null, '把年报发到这里试试'),
    make(
      'p',
      null,
      '发送政府信息公开工作年度报告（.docx 或 .txt），公开助手会核对格式和表格里的勾稽关系，再告诉您哪里要改。',
    ),
    make('p', null, '也可以先用示例报告：'),
    make(
      'div',
      { className: 'sample-row' },
      ...state.samples.map((sample) => sampleButton(sample, sendSample)),
    ),
    make('p', null, '发过报告以后，可以问它：“本年依申请数量”；想知道还能做什么，就发“帮助”。'),
  )
}

function markRead() {
  if (currentId === '') return
  const { last } = current()
  if (document.visibilityState === 'visible' && last !== null) remember(currentId, last.number)
  const isUnread = (/** @type {import('./sandbox-api.js').Conversation} */ { id, last: newest }) =>
    newest !== null && newest.author.id !== state.as && newest.number > readUpTo(id)
  drawList(part('conversations', HTMLElement), state.conversations, {
    current: currentId,
    unread: isUnread,
    onOpen: (id) => void open(id),
  })
  const unread = state.conversations.filter(isUnread).length
  document.title = `${unread > 0 ? `（${unread}）` : ''}公开助手 · 群聊沙盒`
}

/**
 * @param {string} conversationId
 * @param {number} number
 */
function remember(conversationId, number) {
  localStorage.setItem(`gongkai-read ${state.as} ${conversationId}`, String(number))
}

/** @param {string} conversationId */
function readUpTo(conversationId) {
  return Number(localStorage.getItem(`gongkai-read ${state.as} ${conversationId}`) ?? 0)
}

function current() {
  const found = state.conversations.find(({ id }) => id === currentId)
  if (found === undefined) throw new Error('no conversation is open')
  return found
}

function me() {
  const found = state.people.find(({ id }) => id === state.as)
  if (found === undefined) throw new Error('nobody is speaking')
  return found
}

/** @type {ReturnType<typeof setTimeout> | undefined} */
let quiet

/** @param {unknown} error */
function tell(error) {
  problem.textContent = error instanceof Refusal ? error.message : '出了点问题，请刷新页面'
  problem.hidden = false
  clearTimeout(quiet)
  quiet = setTimeout(() => {
    problem.hidden = true
  }, 8000)
}
