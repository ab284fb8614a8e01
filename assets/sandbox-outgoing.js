import { dressAvatar, drawFile } from './sandbox-lines.js'
import { make } from './sandbox-make.js'

/**
 * @typedef {{ id: string, conversationId: string, person: { id: string, name: string }, text: string,
 *   file: { name: string, size: number } | null, send: (progress: (done: number) => void) => Promise<unknown>,
 *   isFinal: (error: unknown) => boolean }} Sending
 */

/**
 * Lines on their way: drawn at once, gone when the real one is there; what did not get out stays, to be tried again.
 * Files leave one after the other, so that they arrive in the order they were given.
 * @param {{ show: (element: HTMLElement) => void }} pane
 */
export function createOutgoing(pane) {
  /** @type {{ id: string, conversationId: string, element: HTMLElement }[]} */
  let waiting = []
  /** @type {Promise<void>} */
  let lastFile = Promise.resolve()

  /** @param {string} id */
  function drop(id) {
    waiting.find((one) => one.id === id)?.element.remove()
    waiting = waiting.filter((one) => one.id !== id)
  }

  return {
    /** @param {Sending} what */
    async send(what) {
      const { id, conversationId, person, text, file } = what
      const status = make('p', { className: 'status' }, file === null ? '发送中…' : '等待上传…')
      const bubble =
        file === null ? make('div', { className: 'bubble' }, text) : drawFile({ ...file, href: '#' })
      if (bubble instanceof HTMLAnchorElement) bubble.removeAttribute('href')
      const avatar = make('span', { ariaHidden: 'true' })
      dressAvatar(avatar, person.name, 'person')
      const said = make('div', { className: 'said' }, bubble, status)
      const element = make('div', { className: 'line mine going' }, avatar, said)
      waiting.push({ id, conversationId, element })
      pane.show(element)
      if (file === null) return attempt(what, element, status)
      lastFile = lastFile.then(() => attempt(what, element, status))
      return lastFile
    },
    /**
     * A real line came, known by its key: the one that was drawn for it goes.
     * @param {string} key
     */
    settle(key) {
      const own = waiting.find(({ id }) => key.endsWith(`.${id}`))
      if (own !== undefined) drop(own.id)
    },
    /**
     * Those of a conversation, to be shown again below its lines.
     * @param {string} conversationId
     */
    of(conversationId) {
      return waiting.filter((one) => one.conversationId === conversationId).map((one) => one.element)
    },
  }

  /**
   * @param {Sending} what
   * @param {HTMLElement} element
   * @param {HTMLElement} status
   */
  async function attempt(what, element, status) {
    element.classList.remove('failed')
    if (what.file !== null) status.replaceChildren('上传中…')
    try {
      await what.send((done) => {
        status.textContent = done < 1 ? `上传中… ${Math.floor(done * 100)}%` : '正在保存…'
      })
      drop(what.id)
    } catch (error) {
      element.classList.add('failed')
      status.replaceChildren(`没有发出：${error instanceof Error ? error.message : ''} `)
      if (what.isFinal(error)) return
      const again = make('button', { type: 'button', className: 'again' }, '重新发送')
      again.addEventListener('click', () => {
        status.replaceChildren('发送中…')
        void attempt(what, element, status)
      })
      status.append(again)
    }
  }
}
