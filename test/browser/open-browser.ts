import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'
import { test } from '@jest/globals'
import { chromium, type Browser, type Page } from 'playwright-core'

const executable = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium'
const isThere = existsSync(executable)
const isRequired = (process.env['GONGKAI_TEST_REQUIRE'] ?? '').includes('browser')

/** `test` where there is a browser; without one it skips, with one loud line, or fails where one is required. */
export const browserTest = isThere ? test : isRequired ? failing : test.skip

if (!isThere && !isRequired) {
  process.stderr.write(
    `\n!!! 跳过浏览器测试：没有找到 ${executable}。请安装 chromium，或设置 CHROMIUM_PATH。\n\n`,
  )
}

function failing(name: string): void {
  test(name, () => {
    throw new Error(`GONGKAI_TEST_REQUIRE asks for a browser, and there is none at ${executable}`)
  })
}

/** Starts the browser of the machine, without its own sandbox: it only ever sees our pages. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: executable, args: ['--no-sandbox', '--disable-dev-shm-usage'] })
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What axe-core finds against WCAG 2 A and AA and good practice, a line each. Evaluated, so that the page's policy stays as it is. */
export async function accessibilityFaults(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe)
  return page.evaluate(`axe
    .run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'] })
    .then(({ violations }) =>
      violations.flatMap(({ id, nodes }) => nodes.map((node) => id + ': ' + node.html.slice(0, 160) + ' ' + node.failureSummary)),
    )`)
}

/** Keeps a picture where GONGKAI_SCREENSHOTS names a folder. */
export async function screenshot(page: Page, name: string): Promise<void> {
  const folder = process.env['GONGKAI_SCREENSHOTS']
  if (folder !== undefined) await page.screenshot({ path: `${folder}/${name}.png` })
}
