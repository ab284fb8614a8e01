import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { packageFolder } from '../src/package-folder.ts'
import { answersTo, endAll, firstGroup, sendFile, sendText, startBuiltBot } from './running-bot.ts'
import { tempFolder } from './temp-folder.ts'

const docx = path.join(packageFolder, 'test/fixtures/reports/samples/001-gaoxinqu-kechuang-2024.docx')

let group: string
beforeAll(async () => {
  const cwd = tempFolder()
  writeFileSync(path.join(cwd, 'gongkai.yaml'), 'groups:\n  - { name: 新群, platform: wecom, chatId: wr1 }\n')
  group = await firstGroup((await startBuiltBot(cwd)).url)
})
afterAll(endAll)

describe('the sandbox of a roster with a group that nobody bound', () => {
  test('keeps to the rule of real groups: a file is not taken, and help is all there is', async () => {
    const line = await sendFile(group, docx, 'upload-000001')
    const [answer] = await answersTo(group, line.key)
    expect(answer?.html).toContain('一起发来的文件没有收下，也没有核对。')
    expect(answer?.html).toContain('绑定 单位名称')
    expect(answer?.html).not.toMatch(/高新|主要数字/)
    const asked = await sendText(group, '@公开助手 本年依申请数量', 'question-0001')
    expect((await answersTo(group, asked.key))[0]?.html).toContain('本群还没有绑定单位')
  })
})
