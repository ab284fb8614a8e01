import { spawn, type ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { cleanEnv, program } from './run-gongkai.ts'

/** A line of the sandbox as its routes give it. */
export interface Line {
  readonly key: string
  readonly author: { readonly isBot: boolean }
  readonly text: string
  readonly html: string
  readonly file: { readonly name: string; readonly picture: { readonly src: string } | null } | null
  readonly quotes: string | null
}

/** The built bot as a process of its own. */
export interface RunningBot {
  readonly url: string
  /** What it prints at its start: opens the sandbox where there is one. */
  readonly address: string
  readonly child: ChildProcess
  /** Ends it with a signal; gives the exit status, null where the signal killed it. */
  readonly end: (signal: 'SIGTERM' | 'SIGKILL') => Promise<number | null>
  readonly logged: () => string
}

const running = new Set<ChildProcess>()

/** Ends whatever a failed test left running. */
export function endAll(): void {
  for (const child of running) child.kill('SIGKILL')
}

/** Starts `gongkai serve` on a free port; `cli`: of another copy of the program. */
export async function startBuiltBot(
  cwd: string,
  env: Readonly<Record<string, string>> = {},
  cli = program,
): Promise<RunningBot> {
  const child = spawn(process.execPath, [cli, 'serve', '--json'], {
    cwd,
    env: cleanEnv({ PORT: '0', ...env }),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.add(child)
  let logged = ''
  child.stderr.on('data', (chunk: Buffer) => (logged += chunk.toString()))
  const exited = new Promise<number | null>((resolve) => {
    child.once('exit', (code) => {
      running.delete(child)
      resolve(code)
    })
  })
  const line = await Promise.race([
    firstLine(child),
    exited.then((code) => {
      throw new Error(`the bot ended with ${String(code)}: ${logged}`)
    }),
  ])
  const { address } = JSON.parse(line) as { address: string }
  return {
    url: new URL(address).origin,
    address,
    child,
    end: (signal) => {
      child.kill(signal)
      return exited
    },
    logged: () => logged,
  }
}

function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    let text = ''
    child.stdout?.on('data', (chunk: Buffer) => {
      text += chunk.toString()
      const end = text.indexOf('\n')
      if (end >= 0) resolve(text.slice(0, end))
    })
  })
}

/** The address of the first group's conversation. */
export async function firstGroup(url: string): Promise<string> {
  const state = (await (await fetch(`${url}/sandbox/state`)).json()) as { conversations: { id: string }[] }
  return `${url}/sandbox/conversations/${encodeURIComponent(state.conversations[0]?.id ?? '')}`
}

/** Sends a file as the page does; resolves once the bot has it for sure. */
export async function sendFile(conversation: string, file: string, id: string): Promise<Line> {
  const form = new FormData()
  form.append('file', new Blob([readFileSync(file)]), path.basename(file))
  const query = new URLSearchParams({ as: await someone(conversation), id })
  const response = await fetch(`${conversation}/files?${query.toString()}`, { method: 'POST', body: form })
  if (!response.ok) throw new Error(await response.text())
  return ((await response.json()) as { line: Line }).line
}

/** Says something, with the mention of the bot. */
export async function sendText(conversation: string, text: string, id: string): Promise<Line> {
  const response = await fetch(`${conversation}/messages`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ as: await someone(conversation), id, text }),
  })
  if (!response.ok) throw new Error(await response.text())
  return ((await response.json()) as { line: Line }).line
}

/** The bot's answers to a line, once there is one. */
export async function answersTo(conversation: string, key: string): Promise<readonly Line[]> {
  for (;;) {
    const { lines } = (await (await fetch(`${conversation}/lines?limit=500`)).json()) as { lines: Line[] }
    const answers = lines.filter(({ author, quotes }) => author.isBot && quotes === key)
    if (answers.length > 0) return answers
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

async function someone(conversation: string): Promise<string> {
  const { origin } = new URL(conversation)
  const state = (await (await fetch(`${origin}/sandbox/state`)).json()) as { as: string }
  return state.as
}
