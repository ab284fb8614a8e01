import { afterEach, describe, expect, test } from '@jest/globals'
import { appendFileSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { openSpill as open, type Spill } from '../../src/delivery/spill.ts'
import { aMessage } from '../a-message.ts'
import { tempFolder } from '../temp-folder.ts'

const fileIn = (at: string): string => path.join(at, 'inbox-spill.jsonl')

const opened: Spill[] = []
async function openSpill(at: string, limit?: number): Promise<Spill> {
  const spill = await open(at, limit)
  opened.push(spill)
  return spill
}
afterEach(async () => {
  await Promise.all(opened.splice(0).map((spill) => spill.close()))
})

describe('the spill journal', () => {
  test('gives back what was appended, oldest first, once', async () => {
    const spill = await openSpill(tempFolder())
    const messages = ['a', 'b', 'c'].map((key) => aMessage({ key, text: `第一行\n第二行 ${key}` }))
    await Promise.all(messages.map((message) => spill.append(message)))
    const drained: unknown[] = []
    expect(await spill.drain((message) => Promise.resolve(drained.push(message)))).toBe(3)
    expect(drained).toEqual(messages)
    expect(spill.size()).toBe(0)
    expect(await spill.drain(() => Promise.reject(new Error('nothing should come')))).toBe(0)
  })

  test('keeps everything when the store fails in the middle', async () => {
    const spill = await openSpill(tempFolder())
    for (const key of ['a', 'b']) await spill.append(aMessage({ key }))
    await expect(
      spill.drain((message) => (message.key === 'b' ? Promise.reject(new Error('away')) : Promise.resolve())),
    ).rejects.toThrow('away')
    const keys: string[] = []
    await spill.drain((message) => Promise.resolve(keys.push(message.key)))
    expect(keys).toEqual(['a', 'b'])
  })

  test('survives a restart and cuts off a torn record', async () => {
    const at = tempFolder()
    await (await openSpill(at)).append(aMessage({ key: 'whole' }))
    appendFileSync(fileIn(at), '{"key":"torn","platf')
    const spill = await openSpill(at)
    await spill.append(aMessage({ key: 'later' }))
    const keys: string[] = []
    await spill.drain((message) => Promise.resolve(keys.push(message.key)))
    expect(keys).toEqual(['whole', 'later'])
  })

  test('puts aside what nobody can read, and goes on', async () => {
    const at = tempFolder()
    await (await openSpill(at)).append(aMessage({ key: 'a' }))
    appendFileSync(fileIn(at), '{"key": broken}\n\0\0\0\n{"key":"half"}\n')
    const spill = await openSpill(at)
    await spill.append(aMessage({ key: 'b' }))
    const keys: string[] = []
    await spill.drain((message) => Promise.resolve(keys.push(message.key)))
    expect(keys).toEqual(['a', 'b'])
    expect(spill.size()).toBe(0)
    expect(readFileSync(`${fileIn(at)}.bad`, 'utf8')).toContain('broken')
  })

  test('refuses to write into a file that was removed', async () => {
    const at = tempFolder()
    const spill = await openSpill(at)
    rmSync(fileIn(at))
    await expect(spill.append(aMessage())).rejects.toThrow(/ENOENT|removed/)
  })

  test('refuses what does not fit and stays whole', async () => {
    const at = tempFolder()
    const one = Buffer.byteLength(`${JSON.stringify(aMessage({ key: 'a' }))}\n`)
    const spill = await openSpill(at, one + 10)
    await spill.append(aMessage({ key: 'a' }))
    await expect(spill.append(aMessage({ key: 'b' }))).rejects.toThrow('full')
    expect(readFileSync(fileIn(at)).byteLength).toBe(one)
  })
})
