import { dressAvatar, drawFile, make } from './sandbox-lines.js'

/** @typedef {import('./sandbox-api.js').Line} Line */

/**
 * Lines on their way: drawn at once, gone when the real one is there; what did not get out can be tried again.
 * @param {{ show: (element: HTMLElement) => void }} pane
 */
export function createOutgoing(pane) {
  /** @type {{ element: HTMLElement, as: string, conversationId: string, matches: (line: Line) => boolean }[]} */
  let waiting = []

  /** @param {HTMLElement} element */
  function drop(element) {
    waiting = waiting.filter((one) => one.element !== element)
    element.remove()
  }

  return {
    /**
     * @param {{ conversationId: string, person: { id: string, name: string }, text: string,
     *   file: { name: string, size: number } | null, send: (progress: (done: number) => void) => Promise<unknown>,
     *   isFinal: (error: unknown) => boolean }} what
     */
    async send(what) {
      const { person, text, file } = what
      const status = make('p', { className: 'status' }, file === null ? '发送中…' : '上传中…')
      const bubble =
        file === null ? make('div', { className: 'bubble' }, text) : drawFile({ ...file, href: '#' })
      if (bubble instanceof HTMLAnchorElement) bubble.removeAttribute('href')
      const avatar = make('span', { ariaHidden: 'true' })
      dressAvatar(avatar, person.name, 'person')
      const element = make(
        'div',
        { className: 'line mine going' },
        avatar,
        make('div', { className: 'said' }, bubble, status),
      )
      waiting.push({
        element,
        as: person.id,
        conversationId: what.conversationId,
        matches: (line) =>
          file === null ? line.text.endsWith(text) && line.file === null : line.file?.name === file.name,
      })
      pane.show(element)
      await attempt(what, element, status)
    },
    /**
     * A real line came: the one that was drawn for it goes.
     * @param {Line} line
     */
    settle(line) {
      const own = waiting.find(
        (one) => one.as === line.author.id && one.conversationId === line.conversationId && one.matches(line),
      )
      if (own !== undefined) drop(own.element)
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
   * @param {{ file: object | null, send: (progress: (done: number) => void) => Promise<unknown>, isFinal: (error: unknown) => boolean }} what
   * @param {HTMLElement} element
   * @param {HTMLElement} status
   */
  async function attempt(what, element, status) {
    element.classList.remove('failed')
    try {
      await what.send((done) => {
        status.textContent = done < 1 ? `上传中… ${Math.floor(done * 100)}%` : '正在保存…'
      })
      drop(element)
    } catch (error) {
      if (what.isFinal(error)) {
        drop(element)
        return
      }
      element.classList.add('failed')
      const again = make('button', { type: 'button', className: 'again' }, '重新发送')
      again.addEventListener('click', () => {
        status.replaceChildren('发送中…')
        void attempt(what, element, status)
      })
      status.replaceChildren(`没有发出：${error instanceof Error ? error.message : ''} `, again)
    }
  }
}
