import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { Attachment } from '../../../src/bot.ts'
import { errorCode } from '../../../src/errors.ts'
import { createLog } from '../../../src/log.ts'
import { createDingtalk } from '../../../src/platforms/dingtalk/index.ts'
import { fileRef } from '../../../src/platforms/dingtalk/refs.ts'
import type { Platform } from '../../../src/platforms/platform.ts'
import { startFakeDingtalk, type FakeDingtalk } from '../../fakes/dingtalk/fake-dingtalk.ts'
import { sharedMarks } from '../../shared-marks.ts'

let fake: FakeDingtalk
let logged: string
beforeEach(async () => {
  fake = await startFakeDingtalk()
  logged = ''
})
afterEach(() => fake.stop())

function platformWith(downloadHosts: readonly string[]): Platform {
  const { app, apiBase, oapiBase } = fake
  const clock = (): Date => new Date()
  return createDingtalk({
    settings: { ...app, apiBase, oapiBase },
    files: { put: () => Promise.resolve(''), get: () => Promise.resolve(null), link: () => '' },
    log: createLog('debug', clock, (line) => (logged += line)),
    ...{ downloadHosts, clock, webhooks: [], timeoutMs: 300 },
    notify: () => Promise.resolve(),
    marks: sharedMarks(),
    onRefused: () => undefined,
    onVerified: () => undefined,
    onTokenRefresh: () => undefined,
  })
}

function attachment(
  code: string,
  parts: Partial<Attachment> = {},
  robotCode = fake.app.robotCode,
): Attachment {
  const ref = fileRef({ kind: 'code', code, robotCode })
  return { kind: 'file', name: '年报.docx', quoted: false, ref, ...parts }
}

/** The bytes and name, or the code of the fault. */
async function fetched(file: Attachment, hosts = [fake.fileHost]): Promise<string> {
  const platform = platformWith(hosts)
  try {
    const { name, bytes } = await platform.download(file)
    return `${name} ${Buffer.from(bytes).toString()}`
  } catch (error) {
    return errorCode(error)
  } finally {
    await platform.stop()
  }
}

describe('a file', () => {
  test('is fetched by its code, signature untouched', async () => {
    expect(await fetched(attachment(fake.addFile('年报.docx', Buffer.from('内容'))))).toBe('年报.docx 内容')
  })

  test.each([
    ['picture', Buffer.from('89504e470d0a1a0a', 'hex'), '图片.png'],
    ['picture', Buffer.from('ffd8ffe0', 'hex'), '图片.jpg'],
    ['picture', Buffer.from('x'), '图片'],
    ['file', Buffer.from('%PDF-1.7'), '未命名文件.pdf'],
    ['file', Buffer.from('x'), '未命名文件'],
  ] as const)('without a name is a %s, named by its content', async (kind, bytes, expected) => {
    const code = fake.addFile('', bytes)
    expect((await fetched(attachment(code, { kind, name: null }))).split(' ')[0]).toBe(expected)
  })

  test('of exactly 20 MiB is fetched', async () => {
    const code = fake.addFile('年报.docx', Buffer.alloc(20 * 1024 * 1024))
    expect(await fetched(attachment(code))).toHaveLength('年报.docx '.length + 20 * 1024 * 1024)
  })

  test('on a host that nobody named is refused, and the log names the host alone', async () => {
    const code = fake.addFile('年报.docx', Buffer.from('x'))
    expect(await fetched(attachment(code), [])).toBe('file_host_refused')
    expect(fake.records.map(({ endpoint }) => endpoint)).not.toContain('file')
    expect(logged).toContain(fake.fileHost)
    expect(logged).not.toContain('Signature')
  })
})

describe('a file that does not come', () => {
  test.each([
    ['an unknown code is over', 'download', null, 'file_expired'],
    ['an address that is over', 'file', { status: 403 }, 'file_expired'],
    ['a busy API passes', 'download', { status: 503 }, 'UND_ERR_BUSY_HTTP_503'],
    ['a busy host of files passes', 'file', { status: 500 }, 'UND_ERR_STATUS_500'],
    [
      'a limit passes',
      'download',
      { status: 403, json: { code: 'Forbidden.AccessDenied.QpsLimitForApi' } },
      'UND_ERR_BUSY_Forbidden.AccessDenied.QpsLimitForApi',
    ],
    [
      'a missing permission is ours',
      'download',
      { status: 403, json: { code: 'Forbidden.AccessDenied.AccessTokenPermissionDenied' } },
      'config_invalid',
    ],
    [
      'a wrong secret is ours',
      'token',
      { status: 400, json: { code: 'invalidClientIdOrSecret' } },
      'config_invalid',
    ],
  ] as const)('%s', async (_, endpoint, answer, code) => {
    const known = fake.addFile('年报.docx', Buffer.from('x'))
    if (answer !== null) fake.fail(endpoint, { kind: 'answer', ...answer })
    expect(await fetched(attachment(answer === null ? 'unknown' : known))).toBe(code)
  })

  test.each(['', ' ', 'none'])('an address that is none (%p) is gone', async (downloadUrl) => {
    const code = fake.addFile('年报.docx', Buffer.from('x'))
    fake.fail('download', { kind: 'answer', status: 200, json: { downloadUrl } })
    expect(await fetched(attachment(code))).toBe('file_gone')
  })

  test('a new token that is not taken either passes', async () => {
    const code = fake.addFile('年报.docx', Buffer.from('x'))
    fake.fail('download', { kind: 'answer', status: 401, json: { code: 'InvalidAuthentication' } }, 2)
    expect(await fetched(attachment(code))).toBe('UND_ERR_BUSY_InvalidAuthentication')
    expect(await fetched(attachment(code))).toBe('年报.docx x')
  })

  test('another robot’s file is a fault of ours', async () => {
    const code = fake.addFile('年报.docx', Buffer.from('x'))
    expect(await fetched(attachment(code, {}, 'other'))).toBe('config_invalid')
    expect(logged).toContain('invalidParameter.robotCode.auth')
  })

  test('a line that is cut passes', async () => {
    const code = fake.addFile('年报.docx', Buffer.from('x'))
    for (const on of ['download', 'file'] as const) {
      fake.fail(on, { kind: 'reset_before' })
      expect(await fetched(attachment(code))).toMatch(/^(?:ECONN|UND_ERR_)/)
    }
  })

  test('an API that hangs passes', async () => {
    fake.fail('download', { kind: 'hang_before' })
    expect(await fetched(attachment(fake.addFile('年报.docx', Buffer.from('x'))))).toBe('ETIMEDOUT')
  })

  test('what was not handed over is gone', async () => {
    expect(await fetched(attachment('', { ref: fileRef({ kind: 'lost' }) }))).toBe('file_gone')
  })
})
