/** @typedef {import('./sandbox-api.js').Line} Line */

/**
 * Listens for new lines and comes back by itself when the connection breaks.
 * @param {{ onLine: (line: Line) => void, onState: (state: 'open' | 'lost') => void }} hooks
 */
export function createListener({ onLine, onState }) {
  /** @type {EventSource | undefined} */
  let source
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer
  let newest = 0
  let as = ''

  function open() {
    clearTimeout(timer)
    source?.close()
    source = new EventSource(
      `/sandbox/events?${new URLSearchParams({ as, after: String(newest) }).toString()}`,
    )
    source.addEventListener('open', () => {
      onState('open')
    })
    source.addEventListener('error', () => {
      onState('lost')
      // The browser tries again by itself, unless it was answered with a refusal.
      if (source?.readyState === EventSource.CLOSED) timer = setTimeout(open, 2000)
    })
    source.addEventListener('line', (event) => {
      /** @type {Line} */
      const line = JSON.parse(event.data)
      newest = Math.max(newest, line.number)
      onLine(line)
    })
  }

  return {
    /**
     * @param {string} person
     * @param {number} after
     */
    listenAs(person, after) {
      as = person
      newest = after
      open()
    },
  }
}
