import { accessSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import { Resvg } from '@resvg/resvg-js'

/** What the thread is given at its start. */
export interface PaintThreadData {
  /** The fonts to draw with; the first has most of the characters. */
  readonly fontFiles: readonly string[]
  readonly pixelWidth: number
}

export interface PaintRequest {
  readonly svg: string
}

export type PaintAnswer =
  | { readonly kind: 'painted'; readonly png: Uint8Array }
  | { readonly kind: 'failed'; readonly message: string }

function paint({ svg }: PaintRequest, { fontFiles, pixelWidth }: PaintThreadData): PaintAnswer {
  try {
    // Without its fonts the library draws everything but the words, and says nothing.
    for (const file of fontFiles) accessSync(file)
    const picture = new Resvg(svg, {
      fitTo: { mode: 'width', value: pixelWidth },
      font: { fontFiles: [...fontFiles], loadSystemFonts: false, defaultFontFamily: 'Noto Sans SC' },
    })
    return { kind: 'painted', png: new Uint8Array(picture.render().asPng()) }
  } catch (error) {
    return { kind: 'failed', message: error instanceof Error ? error.message : String(error) }
  }
}

// Both ends of the channel are this program's own: painter.ts starts the thread and types what it sends.
const data = workerData as PaintThreadData
parentPort?.on('message', (request: PaintRequest) => {
  parentPort?.postMessage(paint(request, data))
})
