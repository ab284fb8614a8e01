import { drawLine, timeBetween } from './sandbox-lines.js'
import { make } from './sandbox-make.js'

/** @typedef {import('./sandbox-api.js').Line} Line */

/**
 * The pane with the lines of one conversation: draws them, keeps the newest in view, and shows that the bot reads.
 * @param {{ lines: HTMLElement, scroller: HTMLElement, typing: HTMLElement, newest: HTMLButtonElement }} parts
 * @param {{ bot: string, isMine: (line: Line) => boolean, onQuote: (line: Line) => void }} how
 */
export function createPane({ lines: log, scroller, typing, newest }, how) {
  /** @type {Map<string, Line>} */
  let shown = new Map()
  let isGroup = false

  newest.addEventListener('click', () => {
    toEnd()
  })
  scroller.addEventListener('scroll', () => {
    if (isAtEnd()) newest.hidden = true
  })
  // Pictures, fonts and the composer's height move the end; stay there if we were.
  new ResizeObserver(() => {
    if (newest.hidden) toEnd()
  }).observe(scroller)

  function isAtEnd() {
    return scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < 120
  }

  /**
   * A long answer is read from its first line: that one says the verdict.
   * @param {HTMLElement} line
   */
  function toLine(line) {
    const room = scroller.getBoundingClientRect().height
    if (line.getBoundingClientRect().height + 60 < room) toEnd()
    else scroller.scrollTop += line.getBoundingClientRect().top - scroller.getBoundingClientRect().top - 12
  }

  function toEnd() {
    scroller.scrollTop = scroller.scrollHeight
    newest.hidden = true
  }

  /** @param {Line} line */
  function place(line) {
    const before = Array.from(shown.values()).at(-1)
    const isAside = line.quotes !== null && !(line.author.isBot && isNextTo(line.quotes, before))
    const quoted = isAside ? (shown.get(line.quotes ?? '') ?? null) : undefined
    const isMine = how.isMine(line)
    const time = timeBetween(before, line)
    if (time !== null) log.append(time)
    const element = drawLine(line, { isMine, showName: isGroup && !isMine, quoted, onQuote: how.onQuote })
    log.append(element)
    shown.set(line.key, line)
    return element
  }

  /**
   * Whether an answer comes right under its question, or under another part of the same answer.
   * @param {string} question
   * @param {Line | undefined} before
   */
  function isNextTo(question, before) {
    return before?.key === question || (before?.author.isBot === true && before.quotes === question)
  }

  function showTyping() {
    const answered = new Set(Array.from(shown.values(), (line) => (line.author.isBot ? line.quotes : null)))
    const waiting = Array.from(shown.values()).filter((line) => line.forBot && !answered.has(line.key))
    const words = waiting.length > 1 ? `${how.bot}正在看…（还有 ${waiting.length} 条）` : `${how.bot}正在看…`
    const isShown = typing.textContent !== ''
    if (waiting.length === 0) typing.replaceChildren()
    else if (!isShown)
      typing.replaceChildren(
        make('span', { className: 'dots', ariaHidden: 'true' }),
        make('span', null, words),
      )
    else if (typing.lastElementChild !== null) typing.lastElementChild.textContent = words
  }

  return {
    /**
     * Shows another conversation, or more of this one.
     * @param {Line[]} lines
     * @param {boolean} group
     * @param {'end' | 'stay'} where
     */
    replace(lines, group, where) {
      const fromEnd = scroller.scrollHeight - scroller.scrollTop
      isGroup = group
      shown = new Map()
      // What is drawn at once is old: a screen reader should not read it all out.
      log.setAttribute('aria-live', 'off')
      log.replaceChildren()
      for (const line of lines) place(line)
      showTyping()
      requestAnimationFrame(() => {
        log.setAttribute('aria-live', 'polite')
      })
      if (where === 'end') toEnd()
      else scroller.scrollTop = scroller.scrollHeight - fromEnd
    },
    /**
     * Adds a new line; a line that is there already changes nothing.
     * @param {Line} line
     */
    add(line) {
      if (shown.has(line.key)) return
      const follow = isAtEnd() || how.isMine(line)
      const element = place(line)
      showTyping()
      if (follow) toLine(element)
      else newest.hidden = false
    },
    /**
     * Something of this page alone, at the end: what is being sent.
     * @param {HTMLElement} element
     */
    addOwn(element) {
      log.append(element)
      toEnd()
    },
  }
}
