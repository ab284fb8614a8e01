/**
 * Smoke test of the built program on the Node that runs this file: the command line checks a sample, and the bot,
 * started on an empty folder, takes the same sample in the sandbox and replies. Ends with status 1 at the first fault.
 * Usage: node scripts/smoke.mjs [FOLDER of the program]; GONGKAI_HEALTHCHECK: a Dockerfile's HEALTHCHECK to run on it.
 */
import assert from 'node:assert/strict'
import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

const root = path.resolve(process.argv[2] ?? path.join(import.meta.dirname, '..'))
const program = path.join(root, 'dist/src/cli.js')
const name = readdirSync(path.join(root, 'samples')).find((file) => file.endsWith('.docx'))
const sample = path.join(root, 'samples', name)
const folder = mkdtempSync(path.join(tmpdir(), 'gongkai-smoke-'))
const env = {
  ...process.env,
  PORT: '0',
  DATA_DIR: path.join(folder, 'data'),
  MONGODB_URI: '',
  GONGKAI_CONFIG: '',
}

const checked = JSON.parse(
  execFileSync(process.execPath, [program, 'check', '--json', sample], { cwd: folder, env }),
)
assert.equal(checked.tableSources.requests, 'table')
console.log(`check: ${checked.agency} ${checked.year} ${checked.verdict}`)

const started = performance.now()
const bot = spawn(process.execPath, [program, 'serve', '--json'], {
  cwd: folder,
  env,
  stdio: ['ignore', 'pipe', 'pipe'],
})
let logged = ''
bot.stderr.on('data', (chunk) => (logged += chunk))
const ended = new Promise((resolve) => bot.once('exit', resolve))
try {
  const { address } = JSON.parse(await firstLine(bot))
  const url = new URL(address).origin
  console.log(`serve: ${Math.round(performance.now() - started)} ms to the first line`)
  checkHealth(new URL(address).port)
  const state = await (await fetch(`${url}/sandbox/state`)).json()
  const [conversation] = state.conversations
  const line = await say(`${url}/sandbox/conversations/${encodeURIComponent(conversation.id)}`, state.as)
  const reply = await replyTo(url, conversation.id, line.key)
  assert.match(reply.html, new RegExp(checked.agency))
  console.log(`reply: ${reply.html.replaceAll(/<[^>]+>/g, '').slice(0, 40)}`)
} catch (error) {
  console.error(logged)
  throw error
} finally {
  bot.kill('SIGTERM')
  assert.equal(await ended, 0, 'the bot ends with status 0')
  rmSync(folder, { recursive: true, force: true })
}
console.log(`smoke: good on Node ${process.versions.node}`)

/** Runs the image's HEALTHCHECK on the running bot, and on a port where nobody listens. */
function checkHealth(port) {
  const instruction = process.env.GONGKAI_HEALTHCHECK
  if (instruction === undefined) return
  const [, ...words] = JSON.parse(instruction.slice(instruction.indexOf('CMD ') + 'CMD '.length))
  const statusAt = (PORT) => spawnSync(process.execPath, words, { env: { PORT } }).status
  assert.equal(statusAt(port), 0, 'the image is healthy while the bot runs')
  assert.equal(statusAt('9'), 1, 'the image is not healthy without it')
  console.log('healthcheck: good')
}

function firstLine(child) {
  return new Promise((resolve, reject) => {
    let text = ''
    child.stdout.on('data', (chunk) => {
      text += chunk
      if (text.includes('\n')) resolve(text.split('\n')[0])
    })
    child.once('exit', (code) => reject(new Error(`the bot ended with ${code}: ${logged}`)))
    setTimeout(() => reject(new Error('the bot did not start within 15 s')), 15_000).unref()
  })
}

async function say(conversation, as) {
  const form = new FormData()
  form.append('file', new Blob([readFileSync(sample)]), name)
  const query = new URLSearchParams({ as, id: 'smoke-000001' })
  const response = await fetch(`${conversation}/files?${query}`, { method: 'POST', body: form })
  assert.equal(response.status, 200, await response.clone().text())
  return (await response.json()).line
}

async function replyTo(url, conversation, key) {
  for (let tries = 0; tries < 100; tries++) {
    const { lines } = await (
      await fetch(`${url}/sandbox/conversations/${encodeURIComponent(conversation)}/lines`)
    ).json()
    const reply = lines.find((line) => line.author.isBot && line.quotes === key)
    if (reply) return reply
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('no reply within 10 s')
}
