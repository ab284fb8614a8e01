// Keeps messages in an embedded store until it is killed or refused, and prints each key once it is acknowledged.
// Arguments: the data directory, the size of a message's text, what every key begins with.
import process from 'node:process'
import { openStore } from '../../../dist/src/store/index.js'

const [dataDir, size, prefix] = process.argv.slice(2)
const store = await openStore({ dataDir, mode: 'serve' })
process.stdout.write('open\n')
let count = 0
let isFull = false

async function keepOn() {
  while (!isFull) {
    const key = `${prefix}${count++}`
    const message = {
      key,
      platform: 'sandbox',
      conversation: { id: `group-${count % 7}`, kind: 'group', name: null },
      sender: { id: 'person-1', name: '王联络' },
      text: '字'.repeat(Number(size)),
      attachments: [],
      receivedAt: new Date(count),
    }
    try {
      await store.keepMessage(message)
      process.stdout.write(`${key}\n`)
    } catch (error) {
      process.stdout.write(`refused ${error.code} ${key}\n`)
      isFull = true
    }
  }
}

await Promise.all([keepOn(), keepOn(), keepOn(), keepOn()])
await store.close()
process.stdout.write('closed\n')
