import { expect, test } from '@jest/globals'
import { reachFault } from '../../../src/commands/doctor/reach-fault.ts'
import { CallFault } from '../../../src/platforms/outgoing/call-fault.ts'

test.each([
  ['ENOTFOUND', /解析不了主机 gov\.example\.cn.*DNS 和 WECOM_API_BASE/],
  ['EAI_AGAIN', /解析不了主机/],
  ['SELF_SIGNED_CERT_IN_CHAIN', /不信任 gov\.example\.cn 的证书.*NODE_EXTRA_CA_CERTS/],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', /NODE_EXTRA_CA_CERTS/],
  ['ERR_TLS_CERT_ALTNAME_INVALID', /不是给这个主机名的/],
  ['CERT_HAS_EXPIRED', /不在有效期内.*校准本机时钟/],
  ['CERT_NOT_YET_VALID', /不在有效期内/],
  ['ERR_SSL_WRONG_VERSION_NUMBER', /gov\.example\.cn:443 说的不是 HTTPS/],
  ['HPE_INVALID_CONSTANT', /说的不是 HTTPS/],
  ['ECONNREFUSED', /gov\.example\.cn:443 拒绝连接/],
  ['UND_ERR_CONNECT_TIMEOUT', /连接 gov\.example\.cn:443 超时.*防火墙/],
  ['EHOSTUNREACH', /连不上 gov\.example\.cn:443/],
])('%s is worded with what to mend, and without the path', (code, message) => {
  const base = 'https://gov.example.cn/secret-path'
  const said = reachFault(new CallFault('not_sent', code), { variable: 'WECOM_API_BASE', base })
  expect(said).toMatch(message)
  expect(said).toContain(code)
  expect(said).not.toContain('secret-path')
})
