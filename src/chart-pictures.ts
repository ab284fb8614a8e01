import type { Context, NamedChart, ReplyFile } from './bot.ts'
import { layoutChart } from './charts/draw-chart.ts'
import { figuresOfChart } from './charts/figures-of-chart.ts'
import type { Painter } from './charts/painter.ts'
import { svgOf } from './charts/svg.ts'
import { writeChartRecord } from './console/chart-record.ts'
import { codeOf, type Log } from './log.ts'
import type { FileStore } from './store/store.ts'

export interface ChartPicturesParts {
  readonly store: Pick<FileStore, 'putFile'>
  readonly painter: Pick<Painter, 'png'>
  readonly log: Log
  /** Milliseconds an answer waits for its picture, others before it included; less than running work has at a stop. */
  readonly patience?: number
}

/** Draws charts for replies: each is kept as a PNG, and as a record of the page that shows it in a browser. */
export function createChartPictures(parts: ChartPicturesParts): Context['drawChart'] {
  const { log } = parts
  return async (make) => {
    const started = performance.now()
    const ms = (): number => Math.round(performance.now() - started)
    try {
      const made = make()
      if (made === null) return null
      const picture = await pictureOf(made, parts)
      log.debug('picture drawn', { bytes: picture.size, ms: ms() })
      return picture
    } catch (error) {
      log.warn('picture not drawn', { code: codeOf(error), ms: ms() })
      return null
    }
  }
}

async function pictureOf(
  { chart, name }: NamedChart,
  { store, painter, patience = 4_000 }: ChartPicturesParts,
): Promise<ReplyFile> {
  const drawing = layoutChart(chart)
  const svg = svgOf(drawing)
  const png = await painter.png(svg, AbortSignal.timeout(patience))
  const sha256 = await store.putFile(png)
  const record = { title: chart.title, name, png: sha256, svg, figures: figuresOfChart(chart) }
  const page = await store.putFile(writeChartRecord(record))
  const { title: alt, width, height } = drawing
  return { kind: 'picture', name, sha256, size: png.byteLength, shows: { alt, width, height }, page }
}
