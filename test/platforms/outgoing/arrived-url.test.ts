import { describe, expect, test } from '@jest/globals'
import {
  createUrlGuard,
  RefusedUrlError,
  type UrlGuard,
} from '../../../src/platforms/outgoing/arrived-url.ts'

const wecomHosts = ['myqcloud.com', 'qpic.cn', 'qq.com']
const dingtalkHosts = ['aliyuncs.com', 'dingtalk.com', 'alicdn.com']
const vendorHosts = [...wecomHosts, ...dingtalkHosts]

const unset = createUrlGuard({ vendorHosts, extraHosts: [] })
const named = createUrlGuard({
  vendorHosts,
  extraHosts: [
    ...[
      'files.gov.cn',
      'files.gov.cn:8443',
      '10.1.2.3',
      '192.168.0.9:9000',
      '127.0.0.1:8080',
      'localhost:3000',
    ],
    ...['[::1]:8080', 'fd00::5', '[fd00::6]', '169.254.169.254', '100.100.100.200:80', 'down.dingtalk.com'],
    ...['cdn.dingtalk.com:80', 'ww-aibot-img-1258476243.cos.ap-guangzhou.myqcloud.com', 'MINIO.Local:9000'],
    '[::ffff:169.254.169.254]',
  ],
})

/** What the guard makes of a URL: what is fetched, or why nothing is. */
function verdict(guard: UrlGuard, url: string): string {
  try {
    return guard.check(url).href
  } catch (error) {
    if (error instanceof RefusedUrlError) return error.reason
    throw error
  }
}

const cos = 'ww-aibot-img-1258476243.cos.ap-guangzhou.myqcloud.com'
const oss = 'wukong-file-im-zjk.oss-cn-zhangjiakou.aliyuncs.com'

describe('DOWNLOAD_HOSTS unset', () => {
  test.each([
    // Every documented host of the vendors.
    [`https://${cos}/abc?sign=q%2Fw%3D&x=1`, `https://${cos}/abc?sign=q%2Fw%3D&x=1`],
    ['https://ww-aibot-img-1258476243.cos.ap-shanghai.myqcloud.com/a', null],
    ['https://wework.qpic.cn/wwpic/1/0', null],
    ['https://qyapi.weixin.qq.com/cgi-bin/aibot/response?response_code=C1', null],
    [`https://${oss}/f?Expires=1&OSSAccessKeyId=k&Signature=a%2Bb%3D`, null],
    [`http://${oss}/f?Expires=1&Signature=a%2Bb%3D`, `https://${oss}/f?Expires=1&Signature=a%2Bb%3D`],
    ['http://other.oss-cn-hangzhou.aliyuncs.com/x', 'https://other.oss-cn-hangzhou.aliyuncs.com/x'],
    ['http://down.dingtalk.com/x', 'https://down.dingtalk.com/x'],
    ['http://cdn.dingtalk.com/x', 'https://cdn.dingtalk.com/x'],
    ['https://static-legacy.dingtalk.com/media/1.png', null],
    ['https://img.alicdn.com/x.png', null],
    ['https://oapi.dingtalk.com/robot/sendBySession?session=s1', null],
    ['https://api.dingtalk.com/v1.0/x', null],
    // Spellings of the same.
    ['HTTPS://DOWN.DingTalk.COM/X', 'https://down.dingtalk.com/X'],
    ['https://down.dingtalk.com:443/x', 'https://down.dingtalk.com/x'],
    ['http://down.dingtalk.com:80/x', 'https://down.dingtalk.com/x'],
    ['http://down.dingtalk.com:443/x', 'https://down.dingtalk.com/x'],
    ['https://down.dingtalk.com', 'https://down.dingtalk.com/'],
    ['https://down.dingtalk.com/x#part', 'https://down.dingtalk.com/x'],
    ['https://dingtalk.com/x', null],
  ])('fetches %s', (url, fetched) => {
    expect(verdict(unset, url)).toBe(fetched ?? url)
  })

  test.each([
    // Hosts that only look like the vendors'.
    ['https://oapi.dingtalk.com.evil.cn/x', 'host'],
    ['https://evildingtalk.com/x', 'host'],
    ['https://dingtalk.com.cn/x', 'host'],
    ['https://down.dingtalk.com./x', 'host'],
    ['https://evil.cn/https://down.dingtalk.com/', 'host'],
    ['https://evil.cn/?u=down.dingtalk.com', 'host'],
    ['https://evil.cn#.dingtalk.com', 'host'],
    ['https://dingtalk.com%2eevil.cn/x', 'host'],
    ['https://down。dingtalk。com.evil.cn/', 'host'],
    ['https://dıngtalk.com/', 'host'],
    ['https://myqcloud.com.evil.cn', 'host'],
    ['https://notmyqcloud.com/', 'host'],
    ['https://localhost/', 'host'],
    ['https://metadata.google.internal/computeMetadata/v1/', 'host'],
    ['http://files.gov.cn/x', 'host'],
    // User-info.
    ['https://down.dingtalk.com@evil.cn/x', 'user_info'],
    ['https://user:pass@down.dingtalk.com/x', 'user_info'],
    ['https://@down.dingtalk.com/x', 'user_info'],
    ['https://evil.cn:443@down.dingtalk.com/x', 'user_info'],
    // Ports.
    ['https://down.dingtalk.com:8443/x', 'port'],
    ['https://down.dingtalk.com:80/x', 'port'],
    ['http://down.dingtalk.com:8080/x', 'port'],
    ['https://down.dingtalk.com:22/x', 'port'],
    // Schemes.
    ['ftp://down.dingtalk.com/x', 'scheme'],
    ['file:///etc/passwd', 'scheme'],
    ['javascript:alert(1)', 'scheme'],
    ['data:text/plain,a', 'scheme'],
    ['gopher://down.dingtalk.com/', 'scheme'],
    ['ws://down.dingtalk.com/', 'scheme'],
    // No URL at all, or one that two readers read differently.
    ['', 'not_a_url'],
    ['down.dingtalk.com/x', 'not_a_url'],
    ['//down.dingtalk.com/x', 'not_a_url'],
    ['/x', 'not_a_url'],
    ['https:down.dingtalk.com/x', 'not_a_url'],
    ['https:///down.dingtalk.com/x', 'not_a_url'],
    ['https://evil.cn\\.dingtalk.com/x', 'not_a_url'],
    ['https://down.dingtalk.com\t.evil.cn/', 'not_a_url'],
    ['https://down.ding\ntalk.com/', 'not_a_url'],
    [' https://down.dingtalk.com/', 'not_a_url'],
    ['https://down.dingtalk.com:99999/', 'not_a_url'],
    ['https://[::1/', 'not_a_url'],
    [`https://down.dingtalk.com/${'a'.repeat(9000)}`, 'too_long'],
    // Addresses in every spelling.
    ['https://127.0.0.1/', 'host'],
    ['https://2130706433/', 'host'],
    ['https://0x7f.0.0.1/', 'host'],
    ['https://0177.0.0.1/', 'host'],
    ['https://127.1/', 'host'],
    ['https://0/', 'host'],
    ['https://[::1]/', 'host'],
    ['https://[::ffff:127.0.0.1]/', 'host'],
    ['https://[64:ff9b::7f00:1]/', 'host'],
    ['https://8.8.8.8/', 'host'],
    ['http://169.254.169.254/latest/meta-data', 'host'],
  ])('refuses %s', (url, reason) => {
    expect(verdict(unset, url)).toBe(reason)
  })
})

describe('DOWNLOAD_HOSTS set', () => {
  test.each([
    ['https://files.gov.cn/x', null],
    ['http://files.gov.cn/x', null],
    ['https://files.gov.cn:8443/x', null],
    ['http://files.gov.cn:8443/x', null],
    ['http://10.1.2.3/x', null],
    ['http://0x0a010203/x', 'http://10.1.2.3/x'],
    ['http://192.168.0.9:9000/b?X-Amz-Signature=1', null],
    ['http://127.0.0.1:8080/x', null],
    ['http://2130706433:8080/x', 'http://127.0.0.1:8080/x'],
    ['http://localhost:3000/x', null],
    ['http://[::1]:8080/x', null],
    ['https://[fd00::5]/x', null],
    ['https://[fd00::6]/x', null],
    ['http://minio.local:9000/x', null],
    ['https://files.gov.cn./x', null],
    // A vendor's host that is named for its inner address is still fetched as https …
    ['http://down.dingtalk.com/x', 'https://down.dingtalk.com/x'],
    [`https://${cos}/x`, null],
    // … unless its plain port is named.
    ['http://cdn.dingtalk.com/x', null],
    // What nobody named goes on as before.
    [`http://${oss}/f?Signature=a%2Bb%3D`, `https://${oss}/f?Signature=a%2Bb%3D`],
  ])('fetches %s', (url, fetched) => {
    expect(verdict(named, url)).toBe(fetched ?? url)
  })

  test.each([
    ['https://sub.files.gov.cn/x', 'host'],
    ['https://files.gov.cn.evil.cn/x', 'host'],
    ['https://files.gov.cn:9443/x', 'port'],
    ['http://192.168.0.9/x', 'port'],
    ['http://192.168.0.9:9001/x', 'port'],
    ['http://127.0.0.1:8081/x', 'port'],
    ['http://10.1.2.4/x', 'host'],
    ['http://[::1]/x', 'port'],
    ['http://[::ffff:127.0.0.1]:8080/x', 'host'],
    ['ftp://files.gov.cn/x', 'scheme'],
    ['http://user@files.gov.cn/x', 'user_info'],
    // Never, though they are listed.
    ['http://169.254.169.254/latest', 'metadata_address'],
    ['http://2852039166/latest', 'metadata_address'],
    ['http://0xa9fea9fe/latest', 'metadata_address'],
    ['http://0251.0376.0251.0376/latest', 'metadata_address'],
    ['http://[::ffff:169.254.169.254]/latest', 'metadata_address'],
    ['http://100.100.100.200/latest', 'metadata_address'],
  ])('refuses %s', (url, reason) => {
    expect(verdict(named, url)).toBe(reason)
  })

  test('lifts the check of addresses for the named hosts alone', () => {
    expect(named.mayBeInner(named.check('https://files.gov.cn/x'))).toBe(true)
    expect(named.mayBeInner(named.check(`https://${cos}/x`))).toBe(true)
    expect(named.mayBeInner(named.check(`https://${oss}/x`))).toBe(false)
  })
})

describe('configured bases (sessionWebhook)', () => {
  const guard = createUrlGuard({
    vendorHosts: [],
    extraHosts: [],
    bases: ['https://api.dingtalk.com', 'https://oapi.dingtalk.com', 'http://10.0.0.8:9000/ding'],
  })

  test.each([
    ['https://oapi.dingtalk.com/robot/sendBySession?session=s1', null],
    ['https://api.dingtalk.com/x', null],
    [
      'http://oapi.dingtalk.com/robot/sendBySession?session=s1',
      'https://oapi.dingtalk.com/robot/sendBySession?session=s1',
    ],
    ['http://10.0.0.8:9000/robot/sendBySession?session=s1', null],
    ['http://10.0.0.8:9000/ding/session/abc', null],
  ])('posts to %s', (url, posted) => {
    expect(verdict(guard, url)).toBe(posted ?? url)
  })

  test.each([
    ['https://oapi.dingtalk.com.evil.cn/robot/sendBySession?session=s1', 'host'],
    ['https://down.dingtalk.com/x', 'host'],
    ['https://sub.oapi.dingtalk.com/x', 'host'],
    ['https://oapi.dingtalk.com:8443/x', 'host'],
    ['https://oapi.dingtalk.com@evil.cn/x', 'user_info'],
    ['https://10.0.0.8:9000/x', 'host'],
    ['http://10.0.0.8/x', 'host'],
  ])('does not post to %s', (url, reason) => {
    expect(verdict(guard, url)).toBe(reason)
  })
})

test('a refusal says nothing of the address', () => {
  expect.assertions(1)
  try {
    unset.check('https://evil.cn/x?secret=SECRET')
  } catch (error) {
    expect(String(error)).not.toMatch(/evil|SECRET/)
  }
})
