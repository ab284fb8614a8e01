import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import mongoose, { Schema } from 'mongoose'
import { StoreUnavailableError } from '../../../src/errors.ts'
import { connect, disconnect, renewClient } from '../../../src/store/mongo/connect.ts'
import type { Store, TranscriptLine } from '../../../src/store/store.ts'
import { startMongoServer } from '../../mongo-server.ts'
import { aMessage, range } from '../contract/samples.ts'
import type { CuttingProxy } from './cutting-proxy.ts'
import { openBehindProxy, type BehindProxy } from './open-behind-proxy.ts'

const server = await startMongoServer()
const describeWithServer = server === null ? describe.skip : describe

describeWithServer('a MongoDB that goes away under load', () => {
  let opened: BehindProxy
  let proxy: CuttingProxy
  let store: Store

  beforeEach(async () => {
    opened = await openBehindProxy(server)
    ;({ proxy, store } = opened)
  })
  afterEach(() => opened.dispose())
  afterAll(async () => server?.stop())

  test('is found again within seconds, each time, and nothing but its absence is told', async () => {
    const faults: unknown[] = []
    for (const round of range(3)) {
      const load = new AbortController()
      const senders = range(10).map((n) => send(store, `${round}-${n}`, load.signal, faults))
      while (proxy.writes() < 50) await wait(5)
      proxy.cut()
      while (await isUp(store)) await wait(5)
      proxy.mend()
      expect(await millisecondsUntilUp(store)).toBeLessThan(10_000)
      load.abort()
      await Promise.all(senders)
    }
    expect(faults).not.toHaveLength(0)
    expect(faults.filter((fault) => !(fault instanceof StoreUnavailableError))).toStrictEqual([])
  }, 60_000)

  test('a server that answers no more is given up, and found again by a new client', async () => {
    proxy.swallow()
    const began = performance.now()
    await expect(store.ping()).rejects.toThrow(StoreUnavailableError)
    expect(performance.now() - began).toBeLessThan(11_000)
    proxy.cut()
    proxy.mend()
    expect(await millisecondsUntilUp(store)).toBeLessThan(10_000)
  }, 30_000)

  test('while it is away operations are refused at once, also those that take turns', async () => {
    proxy.cut()
    await expect(store.ping()).rejects.toThrow(StoreUnavailableError)
    const began = performance.now()
    const lines = range(20).map((n) => store.appendLine(aLine(`line-${n}`, 'group-1')))
    const results = await Promise.allSettled(lines)
    expect(results.every(({ status }) => status === 'rejected')).toBe(true)
    expect(performance.now() - began).toBeLessThan(4_000)
  })

  test('a connection gets a new client while the old one is deaf, and its models work on', async () => {
    const connection = await connect(proxy.uri)
    const model = connection.model('renewed', new Schema({ n: Number }))
    const old = connection.getClient()
    proxy.cut()
    while (connection.readyState !== mongoose.ConnectionStates.disconnected) await wait(5)
    await expect(renewClient(connection, proxy.uri)).rejects.toThrow()
    expect(connection.getClient()).toBe(old)
    proxy.mend()
    await renewClient(connection, proxy.uri)
    expect(connection.getClient()).not.toBe(old)
    await model.create({ n: 1 })
    expect(await model.countDocuments()).toBe(1)
    expect(connection.readyState).toBe(mongoose.ConnectionStates.connected)
    await disconnect(connection)
  })

  test.each(['cut', 'swallow'] as const)('closing ends in time: %s', async (how) => {
    proxy[how]()
    const running = range(20).map((n) => store.keepMessage(aMessage(`m-${n}`)))
    const settled = Promise.allSettled(running)
    const began = performance.now()
    await store.close()
    expect(performance.now() - began).toBeLessThan(2_500)
    await settled
  })
})

async function send(store: Store, name: string, until: AbortSignal, faults: unknown[]): Promise<void> {
  for (let n = 0; !until.aborted; n += 1) {
    await store.keepMessage(aMessage(`${name}-${n}`)).catch((error: unknown) => faults.push(error))
    await wait(5)
  }
}

async function millisecondsUntilUp(store: Store): Promise<number> {
  const began = performance.now()
  while (!(await isUp(store)) && performance.now() - began < 15_000) await wait(50)
  return performance.now() - began
}

function isUp(store: Store): Promise<boolean> {
  return store.ping().then(
    () => true,
    () => false,
  )
}

function aLine(key: string, conversationId: string): TranscriptLine {
  const author = { id: 'u', name: '甲', isBot: false }
  return { key, conversationId, author, text: '', file: null, quotes: null, at: new Date(0) }
}
