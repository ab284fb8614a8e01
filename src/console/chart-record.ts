import { z } from 'zod'

const texts = z.array(z.string()).readonly()

const shape = z
  .object({
    title: z.string(),
    /** Of the picture's file. */
    name: z.string(),
    /** SHA-256 of the picture as PNG. */
    png: z.string(),
    /** Drawn by src/charts: safe inside a page. */
    svg: z.string(),
    figures: z.object({ head: texts, rows: z.array(texts).readonly() }).readonly(),
  })
  .readonly()

/** What the page of a chart shows; it lies in the store as a file, under the hash that its link names. */
export type ChartRecord = z.infer<typeof shape>

export function writeChartRecord(record: ChartRecord): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(record))
}

/** null: it is none, or of another version of the program. */
export function readChartRecord(bytes: Uint8Array): ChartRecord | null {
  try {
    return shape.safeParse(JSON.parse(new TextDecoder().decode(bytes))).data ?? null
  } catch {
    return null
  }
}
