/**
 * What the page asks of the server. The shapes are those of src/platforms/sandbox.
 *
 * @typedef {{ src: string, alt: string, width: number, height: number }} Picture
 * @typedef {{ number: number, key: string, conversationId: string,
 *   author: { id: string, name: string, isBot: boolean }, text: string, html: string,
 *   file: { name: string, size: number, href: string | null, picture: Picture | null } | null,
 *   quotes: string | null, at: string, forBot: boolean }} Line
 * @typedef {{ id: string, kind: 'group' | 'single', name: string, members: number, last: Line | null }} Conversation
 * @typedef {{ id: string, name: string, role: string }} Person
 * @typedef {{ title: string, hint: string, name: string, size: number }} Sample
 * @typedef {{ bot: string, as: string, people: Person[], conversations: Conversation[], samples: Sample[],
 *   fileLimit: number }} State
 */

/** A refusal of the server, in words for the person at the page; `status` 0: it was not reached. */
export class Refusal extends Error {
  /**
   * @param {number} status
   * @param {string} message
   */
  constructor(status, message) {
    super(message)
    this.status = status
  }
}

/** Waits before further tries, in milliseconds: the same message under the same id does no harm. */
const patience = [800, 2000, 4000]

/**
 * @param {string | null} as
 * @returns {Promise<State>}
 */
export function fetchState(as) {
  return ask('GET', `/sandbox/state${as === null ? '' : `?as=${encodeURIComponent(as)}`}`)
}

/**
 * @param {string} conversationId
 * @param {number} limit
 * @returns {Promise<{ lines: Line[], more: boolean }>}
 */
export function fetchLines(conversationId, limit) {
  return ask('GET', `${pathOf(conversationId)}/lines?limit=${limit}`)
}

/**
 * Sends JSON to a conversation; tries again while the server is away.
 * @param {string} conversationId
 * @param {'messages' | 'samples'} what
 * @param {object} body
 * @returns {Promise<{ line: Line }>}
 */
export function post(conversationId, what, body) {
  return patiently(() => ask('POST', `${pathOf(conversationId)}/${what}`, body))
}

/**
 * Sends a file; `progress` hears of each part that went out, from 0 to 1.
 * @param {string} conversationId
 * A file over the limit is sent only so far that the server sees it: the bot then answers it in the chat.
 * @param {{ id: string, as: string, file: File, limit: number }} upload
 * @param {(done: number) => void} progress
 * @returns {Promise<{ line: Line }>}
 */
export function postFile(conversationId, upload, progress) {
  const { id, as, file, limit } = upload
  const query = new URLSearchParams({ id, as, size: String(file.size) })
  const part = file.size > limit ? file.slice(0, limit + 1) : file
  return patiently(() =>
    transfer(`${pathOf(conversationId)}/files?${query.toString()}`, part, file.name, progress),
  )
}

/**
 * A number nobody else has: the same send has the same one, however often it is tried.
 * @returns {string}
 */
export function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** @param {string} conversationId */
function pathOf(conversationId) {
  return `/sandbox/conversations/${encodeURIComponent(conversationId)}`
}

/**
 * @template T
 * @param {() => Promise<T>} attempt
 * @returns {Promise<T>}
 */
async function patiently(attempt) {
  for (const wait of patience) {
    try {
      return await attempt()
    } catch (error) {
      if (!(error instanceof Refusal) || (error.status !== 0 && error.status !== 503)) throw error
      await new Promise((resolve) => setTimeout(resolve, wait))
    }
  }
  return attempt()
}

/**
 * @param {'GET' | 'POST'} method
 * @param {string} path
 * @param {object} [body]
 */
async function ask(method, path, body) {
  const headers = { Accept: 'application/json', ...(body && { 'Content-Type': 'application/json' }) }
  let response
  try {
    response = await fetch(path, { method, headers, ...(body && { body: JSON.stringify(body) }) })
  } catch {
    throw unreached()
  }
  return answerOf(response.status, await response.text())
}

/**
 * @param {string} path
 * @param {Blob} file
 * @param {string} name
 * @param {(done: number) => void} progress
 * @returns {Promise<any>}
 */
function transfer(path, file, name, progress) {
  const form = new FormData()
  form.append('file', file, name)
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', path)
    request.setRequestHeader('Accept', 'application/json')
    request.upload.addEventListener('progress', (event) => {
      if (event.lengthComputable) progress(event.loaded / event.total)
    })
    request.addEventListener('error', () => {
      reject(unreached())
    })
    request.addEventListener('load', () => {
      try {
        resolve(answerOf(request.status, request.responseText))
      } catch (error) {
        reject(error)
      }
    })
    request.send(form)
  })
}

function unreached() {
  return new Refusal(0, '连不上服务器，消息还没有发出')
}

/**
 * @param {number} status
 * @param {string} text
 */
function answerOf(status, text) {
  let body
  try {
    body = JSON.parse(text)
  } catch {
    throw new Refusal(status === 200 ? 503 : status, '服务器的回答不完整，请稍后再试')
  }
  if (status !== 200) throw new Refusal(status, body?.error?.message ?? '没有成功，请稍后再试')
  return body
}
