import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect } from '@jest/globals'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { callback, deliver, textOf } from '../fakes/dingtalk/callbacks.ts'
import { startFakeDingtalk } from '../fakes/dingtalk/fake-dingtalk.ts'
import { fillStore, overYears } from '../filled-store.ts'
import { boundGroup, environmentOf, eventually } from '../platforms/dingtalk/a-dingtalk.ts'
import { endAll, startBuiltBot } from '../running-bot.ts'
import { tempFolder } from '../temp-folder.ts'
import { accessibilityFaults, browserTest, openBrowser, screenshot } from './open-browser.ts'

let browser: Browser | undefined
let context: BrowserContext | undefined
let complaints: string[] = []

beforeAll(async () => {
  browser = await openBrowser().catch(() => undefined)
})
afterAll(async () => {
  await browser?.close()
})
afterEach(async () => {
  await context?.close()
  endAll()
})

const names = Array.from({ length: 30 }, (_, n) => `济宁市兖州区${'东西南北中'.charAt(n % 5)}堽${n}局`)

/** A folder with the reports of many bureaus, one of them over five years. */
async function filledFolder(): Promise<string> {
  const cwd = tempFolder()
  await fillStore(path.join(cwd, 'data'), [
    ...names.map((agency, n) => ({ agency, totals: { received: 3 * n } })),
    ...overYears('济宁市兖州区科学技术局', [13, 8, 12, 10, 11]),
  ])
  return cwd
}

async function openPage(url: string, viewport: { width: number; height: number }): Promise<Page> {
  if (browser === undefined) throw new Error('the browser did not start')
  context = await browser.newContext({ viewport })
  const page = await context.newPage()
  complaints = []
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.goto(url)
  return page
}

const sizes = [
  { name: 'desktop', size: { width: 1280, height: 900 } },
  { name: 'phone', size: { width: 375, height: 740 } },
]

describe.each(sizes)('on a $name', ({ name, size }) => {
  browserTest(`a picture is seen in the chat and opens large (${name})`, async () => {
    const bot = await startBuiltBot(await filledFolder())
    const page = await openPage(bot.address, size)
    const say = async (text: string, pictures: number): Promise<void> => {
      await page.getByRole('textbox', { name: '消息内容' }).fill(text)
      await page.getByRole('textbox', { name: '消息内容' }).press('Enter')
      await page
        .locator('.bubble.picture')
        .nth(pictures - 1)
        .waitFor()
    }
    await say('科技局近五年依申请趋势', 1)
    const alt = '济宁市兖州区科学技术局 2021—2025年 本年新收政府信息公开申请'
    const picture = page.locator('.bubble.picture img')
    expect(await picture.getAttribute('alt')).toBe(alt)
    await page.evaluate('document.querySelector(".bubble.picture img").decode()')
    expect(await page.evaluate('document.querySelector(".bubble.picture img").naturalWidth')).toBe(780)
    const box = await picture.boundingBox()
    expect(box?.width).toBeGreaterThan(240)
    expect(box?.width).toBeLessThanOrEqual(390)
    await screenshot(page, `picture-${name}-1-chat`)
    expect(await accessibilityFaults(page)).toEqual([])

    await page.getByRole('link', { name: alt }).press('Enter')
    const large = page.getByRole('dialog', { name: alt })
    await large.waitFor()
    expect((await large.getByRole('img').boundingBox())?.width).toBeGreaterThan(size.width > 800 ? 700 : 350)
    expect(await accessibilityFaults(page)).toEqual([])
    await screenshot(page, `picture-${name}-2-large`)
    await page.keyboard.press('Escape')
    await large.waitFor({ state: 'detached' })
    expect(await page.evaluate('document.activeElement.className')).toContain('picture')

    await say('2025年依申请排名', 2)
    await page.getByText('长图，点开看全图').waitFor()
    expect((await page.locator('.bubble.picture').nth(1).boundingBox())?.height).toBeLessThanOrEqual(442)
    // The whole list comes as a file as well, after the picture.
    await page.locator('.bubble.file', { hasText: '.txt' }).waitFor()
    await page.locator('.bubble.picture').nth(1).click()
    await page.getByRole('button', { name: '关闭' }).click()
    await screenshot(page, `picture-${name}-3-long`)
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(size.width)
    expect(complaints).toEqual([])
    expect(await bot.end('SIGTERM')).toBe(0)
  })

  browserTest(`a picture behind a link is shown, with its figures (${name})`, async () => {
    const fake = await startFakeDingtalk()
    try {
      fake.addGroup(boundGroup)
      const cwd = await filledFolder()
      writeFileSync(
        path.join(cwd, 'gongkai.yaml'),
        `groups:\n  - { name: 群, platform: dingtalk, conversationId: "${boundGroup}", agencies: all }\n`,
      )
      const bot = await startBuiltBot(cwd, environmentOf(fake, path.join(cwd, 'data')))
      const json = { code: 'Forbidden.AccessDenied.AccessTokenPermissionDenied', message: '' }
      fake.fail('group', { kind: 'answer', status: 403, json })
      const session = fake.openSession(boundGroup)
      const question = callback(fake, { group: boundGroup, session }, textOf('科技局近五年依申请趋势'))
      await deliver(question, { url: `${bot.url}/dingtalk/robot`, secret: fake.app.clientSecret, times: 3 })
      await eventually(() => fake.seen.length === 2)
      const [, link = ''] = /\[看图：.*?\]\(([^)]+)\)/.exec(fake.seen[1]?.text ?? '') ?? []
      const page = await openPage(link.replace(/^https?:\/\/[^/]+/, bot.url), size)
      expect(new URL(page.url()).search).toBe('')
      const drawing = page.locator('figure svg')
      expect(await drawing.textContent()).toContain('依据：2021—2025年年报 表三')
      expect((await drawing.boundingBox())?.width).toBeGreaterThan(size.width > 800 ? 500 : 330)
      await page.getByText('图中的数字').click()
      expect(await page.getByRole('row', { name: '2022年 8' }).count()).toBe(1)
      expect(await accessibilityFaults(page)).toEqual([])
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(size.width)
      await screenshot(page, `picture-${name}-4-page`)
      await page.getByRole('link', { name: '打开图片' }).click()
      await page.waitForURL(/\/picture$/)
      await page.evaluate('document.images[0].decode()')
      expect(await page.evaluate('document.images[0].naturalWidth')).toBe(780)
      expect(complaints).toEqual([])
      expect(fake.seen).toHaveLength(2)
    } finally {
      await fake.stop()
    }
  })
})
