import { cpSync, mkdirSync, rmSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { afterEach, describe, expect, test } from '@jest/globals'
import { packageFolder } from '../src/package-folder.ts'
import { fillStore, overYears } from './filled-store.ts'
import { answersTo, endAll, firstGroup, sendText, startBuiltBot, type Line } from './running-bot.ts'
import { tempFolder } from './temp-folder.ts'

afterEach(endAll)

/** A folder with the reports of two bureaus over five years. */
async function filledFolder(): Promise<string> {
  const cwd = tempFolder()
  await fillStore(path.join(cwd, 'data'), [
    ...overYears('济宁市兖州区科学技术局', [13, 8, 12, 10, 11]),
    ...overYears('济宁市兖州区教育和体育局', [31, 36, 35, 41, 40]),
  ])
  return cwd
}

/** The answer to a line and its picture, once both are there. */
async function bothOf(conversation: string, key: string): Promise<readonly Line[]> {
  for (;;) {
    const lines = await answersTo(conversation, key)
    if (lines.some(({ file }) => file !== null)) return lines
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

describe('the built program', () => {
  test('that is told to stop while it draws ends in time, and gives each answer with its picture once', async () => {
    const cwd = await filledFolder()
    const first = await startBuiltBot(cwd)
    const group = await firstGroup(first.url)
    const asked = await Promise.all(
      Array.from({ length: 6 }, (_, n) => sendText(group, '科技局近五年依申请趋势', `question-000${n}`)),
    )
    expect(await first.end('SIGTERM')).toBe(0)

    const second = await startBuiltBot(cwd)
    const conversation = await firstGroup(second.url)
    for (const { key } of asked) await bothOf(conversation, key)
    // A second one would have come before the answer to what is said after it.
    const last = await sendText(conversation, '谢谢', 'question-0009')
    await answersTo(conversation, last.key)
    for (const { key } of asked) {
      const lines = await answersTo(conversation, key)
      expect(lines.map(({ file }) => file?.picture?.src.slice(0, 18))).toEqual([
        undefined,
        '/sandbox/pictures/',
      ])
      expect(lines[0]?.html).toContain('2022年：8 件')
    }
    expect(await second.end('SIGTERM')).toBe(0)
  })

  test('that cannot draw answers in words, and says so in its log', async () => {
    const copy = tempFolder()
    for (const part of ['dist', 'package.json', 'assets', 'samples'])
      cpSync(path.join(packageFolder, part), path.join(copy, part), { recursive: true })
    rmSync(path.join(copy, 'assets/fonts'), { recursive: true })
    mkdirSync(path.join(copy, 'assets/fonts'))
    symlinkSync(path.join(packageFolder, 'node_modules'), path.join(copy, 'node_modules'))
    const bot = await startBuiltBot(await filledFolder(), {}, path.join(copy, 'dist/src/cli.js'))
    const conversation = await firstGroup(bot.url)
    const question = await sendText(conversation, '科技局近五年依申请趋势', 'question-0001')
    await answersTo(conversation, question.key)
    const thanks = await sendText(conversation, '谢谢', 'question-0002')
    await answersTo(conversation, thanks.key)
    const lines = await answersTo(conversation, question.key)
    expect(lines).toHaveLength(1)
    expect(lines[0]?.html).toContain('2022年：8 件')
    expect(bot.logged()).toContain('picture not drawn')
    expect(bot.logged()).not.toMatch(/科学技术局|message postponed/)
    expect(await bot.end('SIGTERM')).toBe(0)
  })
})
