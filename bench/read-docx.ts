import { readFile } from 'node:fs/promises'
import { performance } from 'node:perf_hooks'

import { unzipSync } from 'fflate'
import mammoth from 'mammoth'
import { SaxesParser } from 'saxes'

import { readDocument } from '../src/readers/index.ts'

/** How long one reading of a docx takes, warm and in process, in milliseconds and beside plain parsing. */
export interface DocxReadingTimes {
  /** Plain unzip of the container and SAX over its document.xml, with no handler at all. */
  readonly plainMs: number
  /** Bytes to Document. */
  readonly readMs: number
  /** mammoth's HTML, for information. */
  readonly mammothMs: number
  /** `readMs` by `plainMs`; at most 3 is asked for. */
  readonly readRatio: number
  readonly mammothRatio: number
}

/** Measures the reading of one .docx file: medians of runs that take turns, after a warm-up. */
export async function measureDocxReading(path: string, rounds = 40): Promise<DocxReadingTimes> {
  const bytes = await readFile(path)
  const tasks = {
    plain: () => {
      parsePlainly(bytes)
      return Promise.resolve()
    },
    read: async () => {
      await readDocument(bytes, path)
    },
    mammoth: async () => {
      await mammoth.convertToHtml({ buffer: bytes })
    },
  }
  const times = { plain: [] as number[], read: [] as number[], mammoth: [] as number[] }
  const names = ['plain', 'read', 'mammoth'] as const
  const warmUps = Math.ceil(rounds / 2)
  for (let round = -warmUps; round < rounds; round++) {
    for (const name of names) {
      const start = performance.now()
      await tasks[name]()
      if (round >= 0) times[name].push(performance.now() - start)
    }
  }
  const plainMs = median(times.plain)
  const readMs = median(times.read)
  const mammothMs = median(times.mammoth)
  return { plainMs, readMs, mammothMs, readRatio: readMs / plainMs, mammothRatio: mammothMs / plainMs }
}

function parsePlainly(bytes: Uint8Array): void {
  const part = unzipSync(bytes, { filter: (file) => file.name === 'word/document.xml' })['word/document.xml']
  new SaxesParser({ position: false }).write(new TextDecoder().decode(part)).close()
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}
