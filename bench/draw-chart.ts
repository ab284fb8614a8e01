import path from 'node:path'
import { performance } from 'node:perf_hooks'
import type { Chart } from '../src/charts/chart.ts'
import { drawChart } from '../src/charts/draw-chart.ts'
import { createPainter } from '../src/charts/painter.ts'
import { packageFolder } from '../src/package-folder.ts'

/** What the picture of a chart costs, warm. */
export interface ChartCost {
  /** Milliseconds from its data to its PNG: median. */
  readonly ms: number
  readonly bytes: number
}

/** Draws a chart again and again in one thread. */
export async function measureChart(chart: Chart, rounds = 9): Promise<ChartCost> {
  const painter = createPainter({ fontFolder: path.join(packageFolder, 'assets/fonts') })
  const times: number[] = []
  let bytes = 0
  for (let round = -2; round < rounds; round++) {
    const started = performance.now()
    bytes = (await painter.png(drawChart(chart))).byteLength
    if (round >= 0) times.push(performance.now() - started)
  }
  await painter.close()
  return { ms: times.sort((one, other) => one - other)[Math.floor(times.length / 2)] ?? 0, bytes }
}
