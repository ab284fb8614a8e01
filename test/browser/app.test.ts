import { afterAll, afterEach, beforeAll, describe, expect } from '@jest/globals'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { startApp, type App } from '../../src/app.ts'
import { checkFile } from '../../src/check.ts'
import { systemClock } from '../../src/clock.ts'
import { readSettings } from '../../src/config/settings.ts'
import { silentLog } from '../../src/log.ts'
import { emptyRoster } from '../../src/roster/roster.ts'
import { accessibilityFaults, browserTest, openBrowser, screenshot } from './open-browser.ts'
import { tempFolder } from '../temp-folder.ts'

let browser: Browser | undefined
let context: BrowserContext | undefined
let app: App | undefined

beforeAll(async () => {
  browser = await openBrowser().catch(() => undefined)
})
afterAll(async () => {
  await browser?.close()
})
afterEach(async () => {
  await context?.close()
  await app?.stop()
})

/** The whole program; only the reading runs in this process, since threads start from built files. */
async function open(size: { width: number; height: number }): Promise<Page> {
  if (browser === undefined) throw new Error('the browser did not start')
  const dataDir = tempFolder()
  // The address stands in links, so the port must be known before.
  const port = 20_000 + Math.floor(Math.random() * 20_000)
  app = await startApp({
    settings: readSettings({ PORT: String(port), DATA_DIR: dataDir }, dataDir),
    ...{ roster: emptyRoster, clock: systemClock, log: silentLog },
    checker: {
      check: async (load, name) => checkFile(await load(), name),
      secondsPerFile: () => 1,
      close: () => Promise.resolve(),
    },
  })
  context = await browser.newContext({ viewport: size })
  const page = await context.newPage()
  await page.goto(app.url)
  expect(new URL(page.url()).pathname).toBe('/sandbox')
  return page
}

const sizes = [
  { name: 'desktop', size: { width: 1280, height: 900 } },
  { name: 'phone', size: { width: 375, height: 740 } },
]

describe.each(sizes)('the whole program on a $name', ({ name, size }) => {
  browserTest(`checks a sample, opens its page and answers a question (${name})`, async () => {
    const page = await open(size)
    await page.getByRole('button', { name: /数字对不上的年报/ }).click()
    const answer = page.locator('.from-bot').first()
    const link = answer.getByRole('link').last()
    await link.waitFor()
    expect(await answer.textContent()).toContain('云山市青石区科学技术局')
    await screenshot(page, `app-${name}-1-answer`)
    expect(await accessibilityFaults(page)).toEqual([])

    const [report] = await Promise.all([page.waitForEvent('popup'), link.click()])
    await report.getByRole('heading', { level: 1 }).waitFor()
    expect(await report.locator('#cell-requests-received-total').textContent()).toContain('12')
    expect(await report.locator('#cell-requests-notHeld-total .flag').count()).toBeGreaterThan(0)
    expect(await accessibilityFaults(report)).toEqual([])
    await screenshot(report, `app-${name}-2-report`)
    await report.close()

    const text = page.getByRole('textbox', { name: '消息内容' })
    await text.fill('本年依申请数量')
    await text.press('Enter')
    await page.locator('.from-bot').nth(1).waitFor()
    expect(await page.locator('.from-bot').nth(1).textContent()).toContain('12')
    await screenshot(page, `app-${name}-3-figure`)
  })
})
