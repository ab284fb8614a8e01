// Works on the messages of a store as the bot does, in a process of its own: reading a file called 致命.docx kills it.
// Arguments: the data directory, the address of a MongoDB or ''. Ends by itself once nothing is left to do.
import { Buffer } from 'node:buffer'
import process from 'node:process'
import { noMetrics } from '../../dist/src/delivery/delivery-metrics.js'
import { Downloads } from '../../dist/src/delivery/downloads.js'
import { MessageWorker } from '../../dist/src/delivery/worker.js'
import { silentLog } from '../../dist/src/log.js'
import { openStore } from '../../dist/src/store/index.js'

const [dataDir, mongodbUri] = process.argv.slice(2)
const store = await openStore({ dataDir, mongodbUri: mongodbUri || undefined, mode: 'serve' })
await store.freeLeases('one')
const { waiting, working } = await store.inboxDepth()
const open = waiting + working

const say = (text) => ({ title: text, markdown: text })
/** One thread: files are read one after the other. */
let thread = Promise.resolve()
/** Nothing is read before everything is claimed. */
let claimed = 0
let tellAllClaimed
const allClaimed = new Promise((resolve) => (tellAllClaimed = resolve))
const isClaimed = () => {
  if (++claimed === open) tellAllClaimed()
}

const platform = {
  download: async ({ name, ref }) => ({ name, bytes: Buffer.from(ref) }),
  split: async (reply) => [reply],
}
const common = {
  ...{ store, owner: 'one', clock: () => new Date(), random: Math.random },
  ...{ log: silentLog, metrics: noMetrics, platforms: new Map([['sandbox', platform]]) },
}
const worker = new MessageWorker({
  ...common,
  respond: async (message, [{ file }], reading) => {
    isClaimed()
    await allClaimed
    const turn = thread.then(async () => {
      await reading.begin(file.sha256)
      if (file.name === '致命.docx') process.kill(process.pid, 'SIGKILL')
    })
    thread = turn
    await turn
    return { replies: [say(`读完 ${file.name}`)] }
  },
  apologise: (_, __, code) => {
    isClaimed()
    return say(`处理失败 ${code}`)
  },
  sayTooMuch: (_, { kind }) => say(kind),
  quarantine: (sha256) => store.quarantineFile(sha256, 'v1', { reason: 'reader_died', at: new Date() }),
  onReplies: () => {
    if (++answered === open) tellDone()
  },
})
let answered = 0
let tellDone
const done = new Promise((resolve) => (tellDone = resolve))
const downloads = new Downloads({ ...common, onTried: () => worker.wake() })
worker.start()
downloads.start()
await done
await downloads.stop(1_000)
await worker.stop(1_000)
await store.close()
