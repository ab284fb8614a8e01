import { afterAll, afterEach, beforeAll, describe, expect } from '@jest/globals'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { startTestSandbox, type TestSandbox } from '../a-sandbox.ts'
import { openTestSqlite } from '../store/open-test-store.ts'
import { aFile } from './a-file.ts'
import { browserTest, openBrowser, screenshot } from './open-browser.ts'

let browser: Browser | undefined
let context: BrowserContext | undefined
let sandbox: TestSandbox | undefined

beforeAll(async () => {
  browser = await openBrowser().catch(() => undefined)
})
afterAll(async () => {
  await browser?.close()
})
afterEach(async () => {
  await context?.close()
  await sandbox?.dispose()
  sandbox = undefined
})

async function openPage(url: string): Promise<Page> {
  if (browser === undefined) throw new Error('the browser did not start')
  context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  const page = await context.newPage()
  await page.goto(`${url}/sandbox`)
  return page
}

describe('while the server is away', () => {
  browserTest(
    'a broken connection is told, comes back by itself, and what was said meanwhile appears',
    async () => {
      const on = await openTestSqlite()
      sandbox = await startTestSandbox({ on })
      const page = await openPage(sandbox.url)
      await page.getByRole('heading', { name: '把年报发到这里试试' }).waitFor()
      await sandbox.dispose()
      await page.getByText('连接断开，正在重新连接…').waitFor()
      await page.getByRole('textbox', { name: '消息内容' }).fill('断线时发的')
      await page.keyboard.press('Enter')
      await page.locator('.going').waitFor()
      sandbox = await startTestSandbox({ on, port: Number(new URL(sandbox.url).port) })
      await page.locator('.from-bot', { hasText: '收到：断线时发的' }).waitFor()
      expect(await page.locator('.line').count()).toBe(2)
      expect(await page.locator('#connection').textContent()).toBe('')
      await context?.close()
      await sandbox.dispose()
      sandbox = undefined
      await on.dispose()
    },
  )

  browserTest(
    'what did not get out stays after a reconnect, though the same was said before, and is sent once when tried again',
    async () => {
      const on = await openTestSqlite()
      sandbox = await startTestSandbox({ on })
      const page = await openPage(sandbox.url)
      const say = async (): Promise<void> => {
        await page.getByRole('textbox', { name: '消息内容' }).fill('同一句话')
        await page.keyboard.press('Enter')
      }
      const give = (): Promise<void> => page.setInputFiles('input[type=file]', [aFile('同一份.docx')])
      await say()
      await give()
      await page.locator('.from-bot').nth(1).waitFor()
      await sandbox.dispose()
      await page.getByText('连接断开，正在重新连接…').waitFor()
      await say()
      await give()
      await page.locator('.failed').nth(1).waitFor()
      await screenshot(page, 'desktop-11-failed')

      sandbox = await startTestSandbox({ on, port: Number(new URL(sandbox.url).port) })
      // A line of another page comes after the old ones were sent again.
      await page.locator('#connection:empty').waitFor({ state: 'attached' })
      const other = await context?.newPage()
      await other?.goto(`${sandbox.url}/sandbox`)
      await other?.getByRole('textbox', { name: '消息内容' }).fill('另一句')
      await other?.keyboard.press('Enter')
      await page.getByText('收到：另一句').waitFor()
      expect(await page.locator('.failed').count()).toBe(2)

      for (const left of [1, 0]) {
        await page.getByRole('button', { name: '重新发送' }).first().click()
        await page
          .locator('.from-bot')
          .nth(4 - left)
          .waitFor()
        expect(await page.locator('.going').count()).toBe(left)
      }
      expect(sandbox.heard.filter(({ text }) => text === '同一句话')).toHaveLength(1)
      expect(sandbox.heard.filter(({ attachments }) => attachments.length > 0)).toHaveLength(1)
      await context?.close()
      await sandbox.dispose()
      sandbox = undefined
      await on.dispose()
    },
  )
})
