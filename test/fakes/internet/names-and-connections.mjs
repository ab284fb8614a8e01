/**
 * Loaded into the program before it starts (an-internet.ts): names resolve to the addresses of a table, and whatever
 * goes to port 443 or 80 arrives at a server of the test. Both are noted, with the address that was chosen.
 */
import dns from 'node:dns'
import { appendFileSync, readFileSync } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import net from 'node:net'
import process from 'node:process'

const { names, notes, port } = JSON.parse(process.env.FAKE_INTERNET)
const systemLookup = dns.lookup
const turns = new Map()

dns.lookup = (host, options, callback) => {
  const done = callback ?? options
  if (net.isIP(host) !== 0) return systemLookup(host, options, callback)
  const answers = JSON.parse(readFileSync(names, 'utf8'))[host]
  const turn = turns.get(host) ?? 0
  turns.set(host, turn + 1)
  process.nextTick(() => {
    if (answers === undefined) return done(Object.assign(new Error(host), { code: 'ENOTFOUND' }))
    const address = answers[Math.min(turn, answers.length - 1)]
    const family = net.isIP(address)
    if (options?.all === true) done(null, [{ address, family }])
    else done(null, address, family)
  })
}
syncBuiltinESMExports()

const connect = net.Socket.prototype.connect
net.Socket.prototype.connect = function (...args) {
  const [options] = Array.isArray(args[0]) ? args[0] : args
  if (typeof options === 'object' && [80, 443].includes(Number(options.port))) redirect(options)
  return connect.apply(this, args)
}

function redirect(options) {
  const { host, lookup = dns.lookup, port: wanted } = options
  const note = (address) => appendFileSync(notes, `${host}:${wanted} ${address}\n`)
  options.port = port
  if (net.isIP(host) !== 0) {
    note(host)
    options.host = '127.0.0.1'
    return
  }
  options.lookup = (name, how, done) => {
    lookup(name, how, (error, found) => {
      if (error) return done(error)
      note(Array.isArray(found) ? found.map(({ address }) => address).join(',') : found)
      if (how.all === true) done(null, [{ address: '127.0.0.1', family: 4 }])
      else done(null, '127.0.0.1', 4)
    })
  }
}
