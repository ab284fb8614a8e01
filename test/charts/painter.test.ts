import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, describe, expect, test } from '@jest/globals'
import { drawChart, layoutChart } from '../../src/charts/draw-chart.ts'
import type * as painterModule from '../../src/charts/painter.ts'
import { packageFolder } from '../../src/package-folder.ts'
import { worstCharts } from './worst-charts.ts'
import { tempFolder } from '../temp-folder.ts'

/** Threads start from built files only. */
const { createPainter } = (await import(
  pathToFileURL(path.join(packageFolder, 'dist/src/charts/painter.js')).href
)) as typeof painterModule

const fontFolder = path.join(packageFolder, 'assets/fonts')
let painter: painterModule.Painter | undefined
afterEach(() => painter?.close())

function start(options: Partial<painterModule.PainterOptions> = {}): painterModule.Painter {
  painter = createPainter({ fontFolder, ...options })
  return painter
}

function written(text: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="390" height="40" font-family="Noto Sans SC"><text x="4" y="28" font-size="20">${text}</text></svg>`
}

/** Noise that takes seconds to reckon. */
const endless = `<svg xmlns="http://www.w3.org/2000/svg" width="390" height="390"><filter id="f"><feTurbulence baseFrequency="0.5" numOctaves="20"/></filter><rect width="390" height="390" filter="url(#f)"/></svg>`

describe('a picture', () => {
  test.each(Object.entries(worstCharts))('of %s is a PNG that every chat takes', async (_name, chart) => {
    const png = await start().png(drawChart(chart))
    const view = new DataView(png.buffer, png.byteOffset)
    expect(Array.from(png.subarray(0, 8))).toEqual([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
    expect(view.getUint32(16)).toBe(780)
    expect(view.getUint32(20)).toBe(2 * layoutChart(chart).height)
    // WeCom's group robots take 2 MB; chats take 10.
    expect(png.byteLength).toBeLessThan(2_000_000)
    expect(png.byteLength).toBeGreaterThan(2_000)
  })

  test('is drawn with the shipped fonts alone, whatever the machine has', async () => {
    const { png } = start()
    const [lacking, unknown, known] = await Promise.all(
      ['\u3400', '\ue000', '一'].map((one) => png(written(one))),
    )
    expect(lacking).toEqual(unknown)
    expect(known).not.toEqual(unknown)
  })

  test('is refused where the fonts are missing, not drawn without words', async () => {
    const { png } = start({ fontFolder: tempFolder() })
    await expect(png(written('甲'))).rejects.toMatchObject({ code: 'internal' })
  })
})

describe('a painter', () => {
  test('goes on after what is no SVG', async () => {
    const { png } = start()
    const answers = await Promise.allSettled([png('甲'), png(written('甲'))])
    expect(answers.map(({ status }) => status)).toEqual(['rejected', 'fulfilled'])
  })

  test('gives up what takes too long, and draws the next one', async () => {
    const { png } = start({ timeLimit: 1_000 })
    const answers = await Promise.allSettled([png(endless), png(written('甲'))])
    expect(answers).toMatchObject([
      { status: 'rejected', reason: { code: 'internal', message: '图没有在 1 秒内画完' } },
      { status: 'fulfilled' },
    ])
  })

  test('draws nothing that nobody waits for any more, and all that comes after it', async () => {
    const { png } = start()
    const [first, gone] = [new AbortController(), new AbortController()]
    const answers = Promise.allSettled([
      png(written('甲'), first.signal),
      png(endless, gone.signal),
      png(written('丙')),
    ])
    gone.abort(new Error('late'))
    first.abort(new Error('late'))
    expect(await answers).toMatchObject([
      { status: 'rejected', reason: { message: 'late' } },
      { status: 'rejected', reason: { message: 'late' } },
      { status: 'fulfilled' },
    ])
  })

  test('that is closed draws nothing more and says so', async () => {
    const { png, close } = start()
    const answers = Promise.allSettled([png(written('甲')), png(written('乙'))])
    await close()
    expect((await answers).map((answer) => answer.status)).toEqual(['rejected', 'rejected'])
    await expect(png(written('丙'))).rejects.toMatchObject({ name: 'StoppingError' })
  })
})
