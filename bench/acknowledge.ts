import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { performance } from 'node:perf_hooks'
import { noMetrics } from '../src/delivery/delivery-metrics.ts'
import { createInbox } from '../src/delivery/inbox.ts'
import { openSpill } from '../src/delivery/spill.ts'
import { silentLog } from '../src/log.ts'
import { createMetrics } from '../src/metrics.ts'
import type { PlatformInbox } from '../src/platforms/platform.ts'
import { createCallbackCrypto } from '../src/platforms/wecom/callback-crypto.ts'
import { createWecom } from '../src/platforms/wecom/index.ts'
import { createServer } from '../src/server.ts'
import { openStore } from '../src/store/index.ts'
import { FakeWecom } from '../test/fakes/wecom/fake-wecom.ts'
import { WecomCipher } from '../test/fakes/wecom/wecom-cipher.ts'
import { startBuiltBot } from '../test/running-bot.ts'
import { percentile, sendLoad, type CallbackLoad } from './callback-load.ts'

const token = 'QDG6eK'
const aesKey = 'jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C'
const corpId = 'wx5823bf96d3bd56c7'
const cipher = new WecomCipher(token, aesKey)
const now = (): Date => new Date()

/** Callbacks a second, of a text to the app. */
export interface AckRates {
  /** Verified and decrypted, without HTTP. */
  readonly openedPerSecond: number
  /** Over HTTP: verified, decrypted, answered. */
  readonly answeredPerSecond: number
  /** Over HTTP: the same, and durable on the embedded store before the answer. */
  readonly keptPerSecond: number
}

/** Measures what keeping a message costs beside taking it. The rounds alternate, and the best of each counts. */
export async function measureAckRates(count = 4_000, rounds = 4): Promise<AckRates> {
  const folder = mkdtempSync(path.join(tmpdir(), 'gongkai-bench-'))
  const store = await openStore({ dataDir: folder, mode: 'serve' })
  const spill = await openSpill(folder)
  const durable = createInbox({
    ...{ store, spill, log: silentLog, metrics: noMetrics, onKept: () => undefined },
  })
  let [answeredPerSecond, keptPerSecond] = [0, 0]
  for (let round = 0; round < rounds; round++) {
    const forgetful = { keep: () => Promise.resolve('kept' as const) }
    answeredPerSecond = Math.max(answeredPerSecond, await rateWith(forgetful, `a${round}`, count))
    keptPerSecond = Math.max(keptPerSecond, await rateWith(durable, `k${round}`, count))
  }
  await spill.close()
  await store.close()
  rmSync(folder, { recursive: true, force: true })
  return { openedPerSecond: openRate(), answeredPerSecond, keptPerSecond }
}

async function rateWith(inbox: PlatformInbox, name: string, count: number): Promise<number> {
  const wecom = createWecom({
    settings: {
      corpId,
      ...{ app: { agentId: 1, secret: 's', token, aesKey }, bot: null, apiBase: 'http://127.0.0.1:9' },
    },
    desk: { collect: () => Promise.resolve({ kind: 'unknown' }), take: () => Promise.resolve([]) },
    files: { put: () => Promise.resolve(''), get: () => Promise.resolve(null), link: () => '' },
    ...{ webhooks: [], downloadHosts: [], welcome: { title: '', markdown: '' } },
    ...{
      clock: now,
      log: silentLog,
      onRefused: () => undefined,
      onVerified: () => undefined,
      onTokenRefresh: () => undefined,
      marks: { settle: (_, value) => Promise.resolve(value), settled: () => Promise.resolve(null) },
    },
  })
  await wecom.start(inbox)
  const server = createServer({
    routers: wecom.routes === undefined ? [] : [wecom.routes],
    readiness: () => Promise.resolve('ready'),
    ...{ door: null, home: null, hosts: null, metrics: createMetrics(now), log: silentLog },
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const origin = `http://127.0.0.1:${port}`
  await sendLoad({ origin, calls: textCalls(`${name}-warm`, 500), perSecond: null, width: 64 })
  const { seconds } = await sendLoad({ origin, calls: textCalls(name, count), perSecond: null, width: 64 })
  server.close()
  server.closeAllConnections()
  await wecom.stop()
  return count / seconds
}

function openRate(count = 20_000): number {
  const crypto = createCallbackCrypto({ token, aesKey, receiveIds: [corpId] })
  const encrypted = cipher.encrypt(textXml('m', 0), corpId)
  const query = { timestamp: '1700000000', nonce: 'n', signature: cipher.sign('1700000000', 'n', encrypted) }
  const started = performance.now()
  for (let n = 0; n < count; n++) crypto.open(query, encrypted)
  return (count * 1000) / (performance.now() - started)
}

/** How long the platform waits for an acknowledgement while reports are read. */
export interface AckTimes {
  readonly p50: number
  readonly p99: number
  readonly longest: number
  /** Reports that were read meanwhile. */
  readonly read: number
  readonly refused: number
}

/** 200 messages a second to the built program, whose reading threads always have a report to read. */
export async function measureAckTimes(report: string, seconds = 15): Promise<AckTimes> {
  const users = Array.from({ length: 500 }, (_, n) => `user${n}`)
  const fake = new FakeWecom({
    ...{ now, corpId, secret: 'app-secret', agentId: 1000002, users, botSecrets: { token, aesKey } },
  })
  await fake.listen()
  const folder = mkdtempSync(path.join(tmpdir(), 'gongkai-bench-'))
  const bot = await startBuiltBot(folder, {
    ...{ WECOM_CORP_ID: corpId, WECOM_AGENT_ID: '1000002', WECOM_SECRET: 'app-secret', LOG_LEVEL: 'error' },
    ...{ WECOM_TOKEN: token, WECOM_AES_KEY: aesKey, WECOM_API_BASE: fake.base },
    ...{
      WECOM_BOT_ID: 'AIBOT1',
      WECOM_BOT_TOKEN: token,
      WECOM_BOT_AES_KEY: aesKey,
      DOWNLOAD_HOSTS: fake.host,
    },
  })
  // More reports than can be read in the time.
  const bytes = readFileSync(report)
  const files = Array.from({ length: seconds * 40 }, (_, n) => fileCall(fake, bytes, n))
  await sendLoad({ origin: bot.url, calls: files, perSecond: null, width: 8 })
  const before = await readCount(bot.url)
  const load: CallbackLoad = {
    ...{ origin: bot.url, perSecond: 200, width: 64 },
    calls: textCalls('t', seconds * 200),
  }
  const result = await sendLoad(load)
  const read = (await readCount(bot.url)) - before
  await bot.end('SIGKILL')
  await fake.close()
  rmSync(folder, { recursive: true, force: true })
  return {
    p50: percentile(result, 0.5),
    p99: percentile(result, 0.99),
    longest: percentile(result, 1),
    read,
    refused: result.refused,
  }
}

async function readCount(url: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text()
  return [...text.matchAll(/^gongkai_read_seconds_count\{[^}]*\} (\d+)$/gm)].reduce(
    (sum, [, count]) => sum + Number(count),
    0,
  )
}

function textXml(name: string, n: number): string {
  return `<xml><ToUserName><![CDATA[${corpId}]]></ToUserName><FromUserName><![CDATA[user${n % 500}]]></FromUserName><CreateTime>1700000000</CreateTime><MsgType><![CDATA[text]]></MsgType><Content><![CDATA[帮助]]></Content><MsgId>${name}${n}</MsgId><AgentID>1000002</AgentID></xml>`
}

function textCalls(name: string, count: number): CallbackLoad['calls'] {
  return Array.from({ length: count }, (_, n) => {
    const encrypted = cipher.encrypt(textXml(name, n), corpId)
    const body = `<xml><ToUserName><![CDATA[${corpId}]]></ToUserName><AgentID><![CDATA[1000002]]></AgentID><Encrypt><![CDATA[${encrypted}]]></Encrypt></xml>`
    return { path: `/wecom/app?${queryFor(encrypted)}`, body }
  })
}

/** Each report of another person, and each other in its bytes, so that none is known already. */
function fileCall(
  fake: FakeWecom,
  report: Buffer,
  n: number,
): { readonly path: string; readonly body: string } {
  const bytes = Buffer.concat([report, Buffer.alloc(0)])
  // The comment of the zip archive's end: its length and as many bytes.
  const mark = Buffer.from(n.toString().padStart(8, '0'))
  bytes.writeUInt16LE(mark.length, bytes.length - 2)
  const url = fake.fileUrl(Buffer.concat([bytes, mark]), `attachment; filename="report-${n}.docx"`)
  const payload = {
    ...{ msgid: `F${n}`, aibotid: 'AIBOT1', chattype: 'single', from: { userid: `reader${n}` } },
    ...{ msgtype: 'file', file: { url } },
  }
  const encrypted = cipher.encrypt(JSON.stringify(payload), '')
  return { path: `/wecom/bot?${queryFor(encrypted)}`, body: JSON.stringify({ encrypt: encrypted }) }
}

function queryFor(encrypted: string): string {
  const timestamp = Math.floor(Date.now() / 1000).toString()
  const nonce = 'bench'
  const signature = cipher.sign(timestamp, nonce, encrypted)
  return new URLSearchParams({ msg_signature: signature, timestamp, nonce }).toString()
}
