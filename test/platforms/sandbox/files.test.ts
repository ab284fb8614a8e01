import { afterEach, describe, expect, test } from '@jest/globals'
import { ChatClient, group, json, single } from './chat-client.ts'

const chat = new ChatClient()
afterEach(() => chat.stop())

describe('a file', () => {
  test('reaches the bot from a group at once and can be fetched again, name and bytes as they were', async () => {
    const bytes = new Uint8Array([0, 1, 2, 255, 13, 10, 45, 45])
    const { url, heard } = await chat.start()
    expect((await chat.upload(group, '科技局 2024年年报（终稿）.docx', bytes)).status).toBe(200)
    const [line, answer] = await chat.linesWhen(group, 2)
    expect(line?.file).toMatchObject({ name: '科技局 2024年年报（终稿）.docx', size: 8 })
    expect(answer?.html).toContain('收到：科技局 2024年年报（终稿）.docx')
    expect(heard[0]).toMatchObject({ text: '', attachments: [{ kind: 'file', quoted: false }] })
    const back = await fetch(`${url}${line?.file?.href ?? ''}`)
    expect(new Uint8Array(await back.arrayBuffer())).toEqual(bytes)
    expect(back.headers.get('content-disposition')).toMatch(/^attachment; .*filename\*=UTF-8''/)
    expect(back.headers.get('content-type')).toBe('application/octet-stream')
  })

  test('that holds nothing is handed over like any other', async () => {
    const { heard } = await chat.start()
    expect((await chat.upload(single, '空.docx', new Uint8Array())).status).toBe(200)
    await chat.linesWhen(single, 2)
    expect(heard[0]?.attachments).toHaveLength(1)
  })

  test('over 20 MiB is refused with 413, and the bot answers it in the chat', async () => {
    await chat.start()
    const response = await chat.upload(group, '很大的年报.docx', new Uint8Array(25 * 1024 * 1024))
    expect(response.status).toBe(413)
    expect((await json<{ error: { message: string } }>(response)).error.message).toContain('20 MB')
    const [line, answer] = await chat.linesWhen(group, 2)
    expect(line?.file).toMatchObject({ name: '很大的年报.docx', href: null })
    expect(Number(line?.file?.size)).toBeGreaterThan(25 * 1024 * 1024)
    expect(answer?.html).toContain('很大的年报.docx（file_too_large）')
  })

  test('of exactly 20 MiB is taken', async () => {
    await chat.start()
    expect((await chat.upload(single, '正好.docx', new Uint8Array(20 * 1024 * 1024))).status).toBe(200)
  })

  test('is handed over again by a line that quotes it', async () => {
    const { heard } = await chat.start()
    await chat.upload(group, '年报.txt', new TextEncoder().encode('年报'))
    const [file] = await chat.linesWhen(group, 2)
    await chat.say(group, { id: 'the-quote', text: '再看一遍', quotes: file?.key ?? null })
    const lines = await chat.linesWhen(group, 4)
    expect(lines[2]).toMatchObject({ text: '@公开助手 再看一遍', quotes: file?.key, forBot: true })
    expect(heard[1]).toMatchObject({ text: '再看一遍', attachments: [{ name: '年报.txt', quoted: true }] })
    expect(lines[3]?.html).toContain('年报.txt')
  })

  test.each([
    ['a path in its name', '../../etc/年报.docx', '年报.docx'],
    ['a Windows path in its name', 'C:\\年报\\终稿.docx', '终稿.docx'],
    ['a direction mark in its name', '年报\u202Excod.exe', '年报xcod.exe'],
    ['quotes and line ends in its name', '“终稿”"2024"\r\n年报 100%25.docx', '“终稿”"2024"年报 100%25.docx'],
    ['markup in its name', '<b>年报</b>.docx', 'b>.docx'],
  ])('with %s is shown by its own name alone', async (_case, sent, shown) => {
    await chat.start()
    await chat.upload(single, sent, new Uint8Array([1]))
    const [line] = await chat.lines(single)
    expect(line?.file?.name).toBe(shown)
  })

  test.each([
    ['no form at all', { 'Content-Type': 'application/octet-stream' }, 'abc', 415],
    ['a form without a boundary', { 'Content-Type': 'multipart/form-data' }, 'abc', 415],
    [
      'a form cut off',
      { 'Content-Type': 'multipart/form-data; boundary=x' },
      '--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nhal',
      400,
    ],
    [
      'a form without a file',
      { 'Content-Type': 'multipart/form-data; boundary=x' },
      '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n--x--\r\n',
      400,
    ],
  ])('is refused: %s', async (_name, headers, body, status) => {
    await chat.start()
    const response = await chat.post(group, 'files?as=wangmin&id=client-id-3', {
      headers,
      body,
    })
    expect(response.status).toBe(status)
    expect(await chat.lines(group)).toEqual([])
  })

  test('that nobody sent cannot be fetched', async () => {
    const { url } = await chat.start()
    expect((await fetch(`${url}/sandbox/files/${'0'.repeat(64)}/a.docx`)).status).toBe(404)
    expect((await fetch(`${url}/sandbox/files/..%2F..%2Fetc/passwd`)).status).toBe(404)
  })

  test('of the samples is sent by its name, and can be fetched', async () => {
    const { url, heard } = await chat.start()
    const { samples } = await json<{ samples: { name: string }[] }>(await fetch(`${url}/sandbox/state`))
    const name = samples[0]?.name ?? ''
    const send = (sample: string): Promise<Response> =>
      chat.post(group, 'samples', {
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ id: 'client-id-4', as: 'liqiang', sample }),
      })
    expect((await send(name)).status).toBe(200)
    expect((await send('none.docx')).status).toBe(404)
    await chat.linesWhen(group, 2)
    expect(heard[0]?.attachments[0]?.name).toBe(name)
    const back = await fetch(`${url}/sandbox/samples/${encodeURIComponent(name)}`)
    expect(new Uint8Array(await back.arrayBuffer()).slice(0, 2)).toEqual(new Uint8Array([0x50, 0x4b]))
  })
})
