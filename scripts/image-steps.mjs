/**
 * Where there is no Docker engine: runs the steps of the Dockerfile in clean folders, one a stage, then the smoke test
 * on the result as the image would run it: nothing but what was copied, not as root, on files that cannot be written.
 * The steps are read from the Dockerfile itself. Runs on the Node that runs this file; ends with status 1 at a fault.
 */
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '..')
const isRoot = process.getuid?.() === 0
const folder = mkdtempSync(path.join(tmpdir(), 'gongkai-image-'))
chmodSync(folder, 0o755)

const copied = allowedPaths(readFileSync(path.join(root, '.dockerignore'), 'utf8'))
const stages = new Map()
try {
  const image = build(instructionsOf(readFileSync(path.join(root, 'Dockerfile'), 'utf8')))
  checkImage(image)
  runImage(image)
  console.log(`image: the steps of the Dockerfile are good on Node ${process.versions.node}`)
} finally {
  if (isRoot) rmSync(folder, { recursive: true, force: true })
  else execFileSync('sh', ['-c', `chmod -R u+w '${folder}' && rm -rf '${folder}'`])
}

/** The lines of a Dockerfile as words: comments away, continued lines joined. */
function instructionsOf(text) {
  return text
    .replaceAll(/^#.*\n/gm, '')
    .replaceAll(/\\\n\s*/g, ' ')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => ({ name: line.split(' ')[0], rest: line.slice(line.indexOf(' ') + 1).trim() }))
}

function build(instructions) {
  let stage
  for (const { name, rest } of instructions) {
    if (name === 'FROM') stage = startStage(rest)
    else if (name === 'WORKDIR') stage.workdir = rest
    else if (name === 'ENV')
      Object.assign(stage.env, Object.fromEntries(rest.split(' ').map((pair) => pair.split('='))))
    else if (name === 'COPY') copy(stage, rest.split(' '))
    else if (name === 'RUN') run(stage, rest)
    else stage.settings[name] = rest
  }
  return stage
}

function startStage(rest) {
  const [base, , label] = rest.split(' ')
  const stage = { base, place: path.join(folder, label ?? 'image'), workdir: '/', env: {}, settings: {} }
  mkdirSync(stage.place)
  stages.set(label, stage)
  return stage
}

/** A path of the image, in the folder that stands for it. */
function inside(stage, file) {
  return path.join(stage.place, path.resolve(stage.workdir, file))
}

function copy(stage, words) {
  const from = words[0].startsWith('--from=') ? stages.get(words.shift().slice('--from='.length)) : null
  const target = words.pop()
  for (const source of words) {
    if (from === null) assert(copied.has(source), `.dockerignore keeps ${source} out of the build`)
    const place = from === null ? path.join(root, source) : inside(from, source)
    const isInto = target.endsWith('/') && !statSync(place).isDirectory()
    cpSync(place, inside(stage, isInto ? path.join(target, path.basename(source)) : target), {
      recursive: true,
    })
  }
}

function run(stage, commands) {
  mkdirSync(inside(stage, '.'), { recursive: true })
  for (const command of commands.split('&&').map((one) => one.trim())) {
    // Who is not root owns what they make.
    if (command.startsWith('chown ') && !isRoot) continue
    // The machine's own cache is none of the image's.
    if (command.startsWith('npm cache clean')) continue
    console.log(`RUN ${command}`)
    const local = command.replaceAll(/(?<= )\/\w+/g, (file) => inside(stage, file))
    execFileSync('sh', ['-c', local], {
      cwd: inside(stage, '.'),
      env: environment(stage),
      stdio: ['ignore', 'ignore', 'inherit'],
    })
  }
}

/** Only what the image sets, and what npm needs of this machine. */
function environment(stage) {
  const kept = Object.entries(process.env).filter(([name]) =>
    /^(?:PATH|HOME|npm_config_.*|NODE_EXTRA_CA_CERTS|https?_proxy|no_proxy)$/i.test(name),
  )
  const own = Object.fromEntries(kept)
  return { ...own, ...stage.env, PATH: `${path.dirname(process.execPath)}:${own.PATH}` }
}

function checkImage({ base, settings, place, workdir }) {
  assert.match(base, /^node:24-.*slim$/)
  assert.equal(settings.USER, '1000:1000')
  assert.equal(settings.VOLUME, '/data')
  const packages = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')).devDependencies
  const left = Object.keys(packages).filter((name) => exists(path.join(place, workdir, 'node_modules', name)))
  assert.deepEqual(left, [], 'packages for development do not reach the image')
}

/** The command line and the bot on files that nobody may write, as the image's user. */
function runImage(stage) {
  const app = inside(stage, '.')
  execFileSync('chmod', ['-R', 'a-w,a+rX', app])
  const command = JSON.parse(stage.settings.CMD)
  assert.deepEqual([command[0], command.at(-1)], ['node', 'serve'])
  assert(
    exists(
      path.join(
        app,
        command.find((word) => word.endsWith('.js')),
      ),
    ),
  )
  const who = isRoot ? { uid: 1000, gid: 1000 } : {}
  // Node and this checkout may lie where only their owner may look.
  const node = lend(process.execPath, 'node')
  const smoke = lend(path.join(root, 'scripts/smoke.mjs'), 'smoke.mjs')
  execFileSync(node, [smoke, app], {
    ...{ ...who, stdio: 'inherit', cwd: tmpdir() },
    env: {
      PATH: process.env.PATH,
      NODE_ENV: stage.env.NODE_ENV,
      GONGKAI_HEALTHCHECK: stage.settings.HEALTHCHECK,
    },
  })
}

/** A copy of a file that every user may read and run. */
function lend(file, name) {
  const copy = path.join(folder, name)
  cpSync(file, copy)
  chmodSync(copy, 0o755)
  return copy
}

/** What .dockerignore lets through: it keeps out everything but what it names. */
function allowedPaths(text) {
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
  assert.equal(lines[0], '*', '.dockerignore keeps everything out first')
  return new Set(lines.slice(1).map((line) => line.slice(1)))
}

function exists(file) {
  return statSync(file, { throwIfNoEntry: false }) !== undefined
}
