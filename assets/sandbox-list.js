import { dressAvatar, excerpt } from './sandbox-lines.js'
import { make } from './sandbox-make.js'
import { shortTime } from './sandbox-time.js'

/** @typedef {import('./sandbox-api.js').Line} Line */
/** @typedef {import('./sandbox-api.js').Conversation} Conversation */

/**
 * Draws the list of conversations.
 * @param {HTMLElement} list
 * @param {Conversation[]} conversations
 * @param {{ current: string, unread: (conversation: Conversation) => boolean, onOpen: (id: string) => void }} how
 */
export function drawList(list, conversations, how) {
  const focused = list.contains(document.activeElement)
    ? document.activeElement?.getAttribute('data-id')
    : null
  list.replaceChildren(...conversations.map((conversation) => make('li', null, entry(conversation, how))))
  if (focused !== null && focused !== undefined) {
    for (const button of list.querySelectorAll('button')) if (button.dataset.id === focused) button.focus()
  }
}

/**
 * @param {Conversation} conversation
 * @param {{ current: string, unread: (conversation: Conversation) => boolean, onOpen: (id: string) => void }} how
 */
function entry(conversation, how) {
  const { id, kind, name, last } = conversation
  const unread = how.unread(conversation)
  const avatar = make('span', { ariaHidden: 'true' })
  dressAvatar(avatar, name, kind === 'group' ? 'group' : 'bot')
  const button = make(
    'button',
    { type: 'button', className: 'conversation' },
    avatar,
    make(
      'span',
      { className: 'summary' },
      make(
        'span',
        { className: 'row' },
        make('span', { className: 'title' }, name),
        last && make('span', { className: 'when' }, shortTime(last.at)),
      ),
      previewOf(last === null ? (kind === 'group' ? '群聊' : '单聊') : preview(last, kind)),
    ),
  )
  button.dataset.id = id
  if (id === how.current) button.setAttribute('aria-current', 'true')
  if (unread)
    button.append(make('span', { className: 'dot' }, make('span', { className: 'unseen' }, '有新消息')))
  button.addEventListener('click', () => {
    how.onOpen(id)
  })
  return button
}

/**
 * Printed by the style sheet: a line's text then stands on the page once, whoever looks for it.
 * @param {string} words
 */
function previewOf(words) {
  const element = make('span', { className: 'preview' })
  element.dataset.words = words
  return element
}

/**
 * @param {Line} line
 * @param {'group' | 'single'} kind
 */
function preview(line, kind) {
  const words = excerpt(line).slice(0, 60)
  return kind === 'group' ? `${line.author.name}：${words}` : words
}
