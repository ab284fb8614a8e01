import { readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import type { Sample } from './platforms/sandbox/index.ts'

const list = z.array(z.object({ title: z.string(), hint: z.string(), file: z.string() }))

/** The sample reports of a folder, as its samples.json lists them. */
export function readSamples(folder: string): readonly Sample[] {
  const entries = list.parse(JSON.parse(readFileSync(path.join(folder, 'samples.json'), 'utf8')))
  return entries.map(({ title, hint, file }) => ({
    ...{ title, hint, name: file },
    bytes: readFileSync(path.join(folder, file)),
  }))
}
