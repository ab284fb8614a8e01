import { expect, test } from '@jest/globals'
import { createUrlGuard, RefusedUrlError } from '../../../src/platforms/outgoing/arrived-url.ts'
import { vendorHosts } from '../../../src/platforms/wecom/vendor-hosts.ts'

/** As it is where DOWNLOAD_HOSTS is unset. */
const guard = createUrlGuard({ vendorHosts, extraHosts: [], bases: ['https://qyapi.weixin.qq.com'] })

test.each([
  'https://ww-aibot-img-1258476243.cos.ap-guangzhou.myqcloud.com/a/b?sign=q-sign-algorithm%3Dsha1%26q-ak%3DAKID',
  'https://ww-aibot-img-1258476243.cos.ap-shanghai.myqcloud.com/a%2Fb?x=1',
  'https://wework.qpic.cn/wwpic/123_abc/0',
  'https://qyapi.weixin.qq.com/cgi-bin/aibot/response?response_code=C1',
])('%s is followed as it came', (url) => {
  expect(guard.check(url).href).toBe(url)
})

test('a vendor address by http is followed by https', () => {
  expect(guard.check('http://wework.qpic.cn/x?y=1').href).toBe('https://wework.qpic.cn/x?y=1')
})

test.each([
  'https://myqcloud.com.evil.cn/x',
  'https://evilmyqcloud.com/x',
  'https://qq.com@evil.cn/x',
  'https://user@wework.qpic.cn/x',
  'https://wework.qpic.cn:8443/x',
  'https://qyapi.weixin.qq.com.evil.cn/cgi-bin/aibot/response',
  'https://10.0.0.1/x',
  'https://127.0.0.1/x',
  'https://[::1]/x',
  'http://169.254.169.254/latest/meta-data',
  'https://example.com/x',
  'ftp://wework.qpic.cn/x',
  'file:///etc/passwd',
  'https://',
  'no address',
])('%s is not followed', (url) => {
  expect(() => guard.check(url)).toThrow(RefusedUrlError)
})
