import { createHash } from 'node:crypto'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, expect, test } from '@jest/globals'
import type { Chart } from '../src/charts/chart.ts'
import type * as painterModule from '../src/charts/painter.ts'
import { createChartPictures, type ChartPicturesParts } from '../src/chart-pictures.ts'
import { readChartRecord } from '../src/console/chart-record.ts'
import { StoreUnavailableError } from '../src/errors.ts'
import { createLog } from '../src/log.ts'
import { packageFolder } from '../src/package-folder.ts'

/** Threads start from built files only. */
const { createPainter } = (await import(
  pathToFileURL(path.join(packageFolder, 'dist/src/charts/painter.js')).href
)) as typeof painterModule
const painter = createPainter({ fontFolder: path.join(packageFolder, 'assets/fonts') })
afterAll(() => painter.close())

const chart: Chart = {
  ...{
    kind: 'comparison',
    title: '堽城镇 <2025年> 依申请',
    unit: '件',
    source: '依据：2025年年报',
    series: [''],
  },
  groups: [
    { label: '2024年', values: [3] },
    { label: '2025年', values: [5] },
  ],
}
const named = { chart, name: '2025年依申请.png' }

interface Desk {
  readonly draw: ReturnType<typeof createChartPictures>
  readonly kept: ReadonlyMap<string, Uint8Array>
  readonly logged: readonly string[]
}

function open(parts: Partial<ChartPicturesParts> = {}): Desk {
  const kept = new Map<string, Uint8Array>()
  const logged: string[] = []
  const store: ChartPicturesParts['store'] = {
    putFile: (bytes) => {
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      kept.set(sha256, bytes)
      return Promise.resolve(sha256)
    },
  }
  const log = createLog(
    'warn',
    () => new Date(),
    (line) => logged.push(line),
  )
  return { draw: createChartPictures({ store, painter, log, ...parts }), kept, logged }
}

test('a picture is kept as PNG, with the record of its page; the same again is the same', async () => {
  const { draw, kept, logged } = open()
  const picture = await draw(() => named)
  const png = kept.get(picture?.sha256 ?? '') ?? new Uint8Array()
  const view = new DataView(png.buffer, png.byteOffset)
  expect(picture).toMatchObject({ kind: 'picture', name: named.name, size: png.byteLength })
  expect(picture?.shows).toEqual({
    alt: chart.title,
    width: view.getUint32(16) / 2,
    height: view.getUint32(20) / 2,
  })
  const record = readChartRecord(kept.get(picture?.page ?? '') ?? new Uint8Array())
  expect(record).toMatchObject({ title: chart.title, name: named.name, png: picture?.sha256 })
  expect(record?.svg).toMatch(/^<svg .*<title>堽城镇 &lt;2025年&gt; 依申请<\/title>/s)
  expect(record?.figures.rows).toEqual([
    ['2024年', '3'],
    ['2025年', '5'],
  ])
  expect(await draw(() => named)).toEqual(picture)
  expect(kept.size).toBe(2)
  expect(logged).toEqual([])
})

test('nothing to draw is no picture and no fault', async () => {
  const { draw, kept, logged } = open()
  expect(await draw(() => null)).toBeNull()
  expect([kept.size, logged]).toEqual([0, []])
})

const failing: readonly (readonly [string, Partial<ChartPicturesParts>, () => typeof named])[] = [
  [
    'that cannot be thought of',
    {},
    (): typeof named => {
      throw new TypeError('no answer like this')
    },
  ],
  ['that cannot be drawn', { painter: { png: () => Promise.reject(new Error('画笔断了')) } }, () => named],
  [
    'that cannot be kept',
    { store: { putFile: () => Promise.reject(new StoreUnavailableError('磁盘满了')) } },
    () => named,
  ],
]

test.each(failing)('a picture %s is logged and done without', async (_what, parts, make) => {
  const { draw, logged } = open(parts)
  expect(await draw(make)).toBeNull()
  expect(logged).toHaveLength(1)
  expect(logged[0]).toContain('picture not drawn')
  expect(logged[0]).not.toMatch(/依申请|画笔|no answer/)
})

test('a picture that is late is done without, and is not drawn in vain', async () => {
  let reason: unknown
  const { draw, logged } = open({
    patience: 50,
    painter: {
      png: (_svg, signal) =>
        new Promise((_resolve, reject) => {
          signal?.addEventListener('abort', () => {
            reason = signal.reason
            reject(new Error('late'))
          })
        }),
    },
  })
  expect(await draw(() => named)).toBeNull()
  expect(reason).toMatchObject({ name: 'TimeoutError' })
  expect(logged).toHaveLength(1)
})
