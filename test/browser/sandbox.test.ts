import { afterAll, afterEach, beforeAll, expect, describe } from '@jest/globals'
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import type { FetchedFile, Message, Outcome } from '../../src/bot.ts'
import type { Links } from '../../src/console/links.ts'
import { aFile } from './a-file.ts'
import { aStoredReport } from '../a-stored-report.ts'
import { startTestSandbox, type TestSandbox } from '../a-sandbox.ts'
import { accessibilityFaults, browserTest, openBrowser, screenshot } from './open-browser.ts'

let browser: Browser | undefined
let context: BrowserContext | undefined
let sandbox: TestSandbox | undefined
/** Messages wait here until the test lets the bot go on. */
let release: () => void = () => undefined
/** What the browser complained of: refused styles and scripts, errors. */
let complaints: string[] = []

beforeAll(async () => {
  browser = await openBrowser().catch(() => undefined)
})
afterAll(async () => {
  await browser?.close()
})
afterEach(async () => {
  release()
  await context?.close()
  await sandbox?.dispose()
  sandbox = undefined
})

const reply = [
  '**云山市青石区科学技术局 2024 年报告：有 1 处错误，请改正后再公布**',
  '新收 12 件，办结 12 件，结转 0 件；复议 2 件，诉讼 0 件。',
  '**错误 1 处**\n\n1. 三、收到和处理政府信息公开申请情况 /（四）无法提供：“1.本机关不掌握相关政府信息”一行，六类申请人之和 2 ≠ 总计 3，相差 1。',
  '**提醒 1 处**\n\n1. 行政许可的“本年处理决定数量”没有填。没有发生的，请填 0。',
  '| 项目 | 数量 |\n| --- | ---: |\n| 错误 | 1 |\n| 提醒 | 1 |',
]

async function bot(message: Message, files: readonly FetchedFile[], links: Links): Promise<Outcome> {
  if (message.text === '等一下') await new Promise<void>((resolve) => (release = resolve))
  const file = files.find((one) => one.kind === 'fetched')
  if (file === undefined) {
    const markdown =
      files.length > 0 ? '文件太大，没有收下。' : `您问的是“${message.text}”：2024 年收到 **12 件**。`
    return { replies: [{ title: '答复', markdown }] }
  }
  const report = aStoredReport({ id: `r-${message.key.slice(8, 24)}`, file: file.file, cause: message.key })
  const link = links.reportLink(report.id, { platform: 'sandbox', userId: message.sender.id })
  return {
    replies: [{ title: '核对结果', markdown: [...reply, `[查看整份报告](${link})`].join('\n\n') }],
    reports: [report],
  }
}

async function open(size: { width: number; height: number }, isPhone = false): Promise<Page> {
  sandbox = await startTestSandbox({ respond: bot })
  return openPage(sandbox.url, size, isPhone)
}

async function openPage(
  url: string,
  size: { width: number; height: number },
  isPhone = false,
): Promise<Page> {
  if (browser === undefined) throw new Error('the browser did not start')
  context = await browser.newContext({ viewport: size, ...(isPhone && { hasTouch: true, isMobile: true }) })
  const page = await context.newPage()
  complaints = []
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.goto(`${url}/sandbox`)
  return page
}

const sizes = [
  { name: 'desktop', size: { width: 1280, height: 800 }, isPhone: false },
  { name: 'phone', size: { width: 375, height: 740 }, isPhone: true },
]

describe.each(sizes)('on a $name', ({ name, size, isPhone }) => {
  browserTest(`a report goes in, an answer comes back, and its page opens (${name})`, async () => {
    const page = await open(size, isPhone)
    await page.getByRole('heading', { name: '把年报发到这里试试' }).waitFor()
    await screenshot(page, `${name}-1-welcome`)
    expect(await accessibilityFaults(page)).toEqual([])

    await page.setInputFiles('input[type=file]', {
      name: '青石区科学技术局2024年政府信息公开工作年度报告（报送稿）.docx',
      mimeType: 'application/octet-stream',
      buffer: Buffer.from('a report'),
    })
    const link = page.getByRole('link', { name: '查看整份报告' })
    await link.waitFor()
    expect(await page.locator('.mine .file-name').textContent()).toContain('青石区科学技术局2024年')
    expect(await page.locator('.from-bot').count()).toBe(1)
    await page.getByRole('textbox', { name: '消息内容' }).fill('本年依申请数量')
    await page.getByRole('textbox', { name: '消息内容' }).press('Enter')
    await page.getByText('12 件', { exact: true }).waitFor()
    await screenshot(page, `${name}-2-answer`)
    expect(await accessibilityFaults(page)).toEqual([])
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(size.width)

    const [report] = await Promise.all([page.waitForEvent('popup'), link.click()])
    await report.getByRole('heading', { level: 1 }).waitFor()
    expect(new URL(report.url()).search).toBe('')
    expect(await report.getByRole('heading', { level: 1 }).textContent()).toContain('云山市青石区科学技术局')
    expect(await accessibilityFaults(report)).toEqual([])
    expect(await report.evaluate('document.documentElement.scrollWidth')).toBe(size.width)
    await screenshot(report, `${name}-3-report`)
    await report.getByRole('link', { name: '错误，见第 1 条' }).focus()
    await report.keyboard.press('Enter')
    expect(new URL(report.url()).hash).toBe('#finding-1')
    await report.locator('#finding-1 a').click()
    expect(new URL(report.url()).hash).toBe('#cell-requests-notHeld-total')
    await report.getByText('表三：（四）无法提供 1.本机关不掌握相关政府信息 / 总计：').waitFor()
    if (isPhone) {
      const cell = report.locator('#cell-requests-notHeld-total')
      const [label, head] = [cell.locator('xpath=../th[@class="narrow"]'), report.locator('.requests thead')]
      for (const part of [cell, label, head]) expect(await isInView(part)).toBe(true)
    }
    await screenshot(report, `${name}-4-cell`)
    await report.reload()
    expect(await report.getByRole('heading', { level: 1 }).textContent()).toContain('2024 年')
    expect(complaints).toEqual([])
  })

  browserTest(`the sign of reading is there until the answer, over a reload (${name})`, async () => {
    const page = await open(size, isPhone)
    await page.getByRole('textbox', { name: '消息内容' }).fill('等一下')
    await page.getByRole('button', { name: '发送', exact: true }).click()
    await page.getByText('公开助手正在看…').waitFor()
    await page.reload()
    await page.getByText('公开助手正在看…').waitFor()
    await screenshot(page, `${name}-5-reading`)
    release()
    await page.locator('.from-bot', { hasText: '您问的是“等一下”' }).waitFor()
    expect(await page.locator('#typing').textContent()).toBe('')
  })
})

describe('on a phone', () => {
  browserTest('the list of conversations is one tap away, and a tap leads back into a chat', async () => {
    const page = await open({ width: 375, height: 740 }, true)
    await page.getByRole('heading', { name: '政务公开联络群（3）' }).waitFor()
    expect(await page.locator('#conversations').isVisible()).toBe(false)
    await page.getByRole('button', { name: '返回会话列表' }).tap()
    await page.getByRole('button', { name: /政务公开联络群/ }).waitFor()
    await screenshot(page, 'phone-6-list')
    expect(await accessibilityFaults(page)).toEqual([])
    await page.getByRole('button', { name: /^公开助手/ }).tap()
    await page.getByRole('heading', { name: '公开助手', exact: true }).waitFor()
    await page.getByRole('textbox', { name: '消息内容' }).fill('帮助')
    await page.getByRole('button', { name: '发送', exact: true }).tap()
    await page.locator('.from-bot').waitFor()
    expect(sandbox?.heard[0]?.conversation.kind).toBe('single')
  })
})

describe('on a desktop', () => {
  browserTest('a file dropped anywhere is sent, and can be quoted with the mention', async () => {
    const page = await open({ width: 1280, height: 800 })
    await page.getByRole('heading', { name: '把年报发到这里试试' }).waitFor()
    await drop(page, '拖进来的年报.docx', () => screenshot(page, 'desktop-6-drop'))
    await page.getByRole('link', { name: '查看整份报告' }).waitFor()
    await page.locator('.mine .quote-this').focus()
    await page.keyboard.press('Enter')
    await page.keyboard.type('再看一遍')
    await screenshot(page, 'desktop-7-quote')
    await page.keyboard.press('Enter')
    await page.locator('.quoted', { hasText: '[文件] 拖进来的年报.docx' }).first().waitFor()
    await page.locator('.from-bot').nth(1).waitFor()
    expect(sandbox?.heard[1]).toMatchObject({ text: '再看一遍', attachments: [{ quoted: true }] })
  })

  browserTest('Enter sends, Shift+Enter breaks the line, and an input method keeps its Enter', async () => {
    const page = await open({ width: 1280, height: 800 })
    const text = page.getByRole('textbox', { name: '消息内容' })
    await text.fill('第一行')
    await text.press('Shift+Enter')
    await text.pressSequentially('第二行')
    await text.dispatchEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true })
    expect(await text.inputValue()).toBe('第一行\n第二行')
    await page.getByRole('button', { name: '@公开助手' }).click()
    await text.press('Enter')
    await page.locator('.mine .bubble', { hasText: '第一行' }).waitFor()
    expect(await text.inputValue()).toBe('')
    expect(sandbox?.heard).toEqual([])
  })

  browserTest('two pages see the same, and mark what is new; a person can be changed', async () => {
    const page = await open({ width: 1280, height: 800 })
    const other = await context?.newPage()
    if (other === undefined || sandbox === undefined) throw new Error('no second page')
    await other.goto(`${sandbox.url}/sandbox`)
    await other.getByLabel('我的身份').selectOption('李强（协调员）')
    await other.getByRole('button', { name: /^公开助手/ }).click()
    await page.bringToFront()
    await page.getByRole('textbox', { name: '消息内容' }).fill('大家好')
    await page.keyboard.press('Enter')
    await page.getByText('您问的是“大家好”').waitFor()
    await other.getByRole('button', { name: /政务公开联络群.*有新消息/ }).waitFor()
    await other.bringToFront()
    await screenshot(other, 'desktop-8-unread')
    await other.getByRole('button', { name: /政务公开联络群/ }).click()
    await other.locator('.theirs .name', { hasText: '王敏' }).waitFor()
    await other.getByText('您问的是“大家好”').waitFor()
    expect(await other.locator('.dot').count()).toBe(0)
  })

  browserTest('files given together are sent and answered in the order given', async () => {
    const page = await open({ width: 1280, height: 800 })
    const sizes = [3_000_000, 10, 1_000_000, 20]
    const names = sizes.map((_, index) => `第${index + 1}份.docx`)
    const files = sizes.map((size, index) => aFile(names[index] ?? '', size))
    await page.setInputFiles('input[type=file]', files)
    await page.locator('.from-bot').nth(3).waitFor()
    expect(await page.locator('.mine .file-name').allTextContents()).toEqual(names)
    expect(sandbox?.heard.map(({ attachments }) => attachments[0]?.name)).toEqual(names)
  })

  browserTest(
    'a sample report is sent by a click, and a file too large is answered in the chat',
    async () => {
      const page = await open({ width: 1280, height: 800 })
      await page.getByRole('button', { name: /数字对不上的年报/ }).click()
      await page.getByRole('link', { name: '查看整份报告' }).waitFor()
      await page.getByRole('button', { name: '示例报告' }).click()
      await screenshot(page, 'desktop-9-samples')
      await page.setInputFiles('input[type=file]', {
        name: '大.docx',
        mimeType: 'application/octet-stream',
        buffer: Buffer.alloc(21 * 1024 * 1024),
      })
      await page.locator('.mine .file-size', { hasText: '太大，没有收下' }).waitFor()
      await page.getByText('文件太大，没有收下。', { exact: true }).waitFor()
      expect(await page.locator('.going').count()).toBe(0)
      await screenshot(page, 'desktop-10-too-large')
    },
  )
})

/** Whether the whole of it can be seen on a phone, but for parts of a pixel. */
function isInView(part: Locator): Promise<boolean> {
  return part.evaluate(
    (element: { getBoundingClientRect: () => Record<'top' | 'left' | 'bottom' | 'right', number> }) => {
      const { top, left, bottom, right } = element.getBoundingClientRect()
      return top > -1 && left > -1 && bottom < 741 && right < 376
    },
  )
}

/** Drags a file over the window and lets it go; `between` runs while it hovers. */
async function drop(page: Page, name: string, between: () => Promise<void>): Promise<void> {
  const transfer = await page.evaluateHandle(
    `(() => { const transfer = new DataTransfer(); transfer.items.add(new File(['a report'], ${JSON.stringify(name)})); return transfer })()`,
  )
  const target = page.locator('#conversations')
  await target.dispatchEvent('dragenter', { dataTransfer: transfer })
  expect(await page.locator('#drop').isVisible()).toBe(true)
  await between()
  await target.dispatchEvent('drop', { dataTransfer: transfer })
  expect(await page.locator('#drop').isVisible()).toBe(false)
}
