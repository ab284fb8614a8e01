import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { afterEach, expect, test } from '@jest/globals'
import { ChatClient, group, single } from './chat-client.ts'

const chat = new ChatClient()
const sockets: Socket[] = []
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy()
  await chat.stop()
})

/** An upload that says it will bring much, and brings its beginning. */
function slowUpload(url: string, n: number): Socket {
  const socket = connect(Number(new URL(url).port), '127.0.0.1')
  socket.on('error', () => undefined)
  socket.write(
    `POST /sandbox/conversations/${encodeURIComponent(group)}/files?as=wangmin&id=slow-upload-${n} HTTP/1.1\r\n` +
      'Host: localhost\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 9000000\r\n\r\n' +
      '--b\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\nz',
  )
  sockets.push(socket)
  return socket
}

test('uploads that hardly send hold up nobody, and are ended', async () => {
  const { url } = await chat.start()
  const slow = Array.from({ length: 8 }, (_, n) => slowUpload(url, n))
  const answers = slow.map(async (socket) => {
    const [chunk] = (await once(socket, 'data')) as [Buffer]
    const answer = chunk.toString()
    await once(socket, 'close')
    return answer
  })
  const began = performance.now()
  expect((await chat.upload(single, '年报.txt', new Uint8Array([1]))).status).toBe(200)
  expect(performance.now() - began).toBeLessThan(5_000)
  for (const answer of await Promise.all(answers)) expect(answer).toMatch(/^HTTP\/1\.1 408/)
  expect(await chat.lines(group)).toEqual([])
}, 40_000)

test('more than fits into memory at once arrives, one after the other', async () => {
  const { store } = await chat.start()
  const size = 16 * 1024 * 1024
  const sent = await Promise.all(
    Array.from({ length: 8 }, (_, n) =>
      chat.upload(single, `${n}.bin`, new Uint8Array(size).fill(n), `upload-no-${n}`),
    ),
  )
  expect(sent.map(({ status }) => status)).toEqual(sent.map(() => 200))
  const lines = (await store.linesOf(single, 0, 100)).filter(({ file }) => file !== null)
  expect(lines).toHaveLength(8)
  for (const { file } of lines) {
    const bytes = await store.getFile(file?.sha256 ?? '')
    expect(bytes?.byteLength).toBe(size)
    expect(`${bytes?.at(-1)}.bin`).toBe(file?.name)
  }
}, 40_000)
