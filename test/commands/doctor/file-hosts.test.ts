import { describe, expect, test } from '@jest/globals'
import { fileHosts } from '../../../src/commands/doctor/file-hosts.ts'
import type { Diagnosis } from '../../../src/commands/doctor/diagnosis.ts'
import { readSettings } from '../../../src/config/settings.ts'
import type { Resolve } from '../../../src/platforms/outgoing/checked-lookup.ts'
import { aesKey } from '../../platforms/wecom/secrets.ts'

const cos = 'ww-aibot-img-1258476243.cos.ap-guangzhou.myqcloud.com'
const oss = 'wukong-file-im-zjk.oss-cn-zhangjiakou.aliyuncs.com'
const bot = { WECOM_BOT_ID: 'b', WECOM_BOT_TOKEN: 'abc', WECOM_BOT_AES_KEY: aesKey }
const dingtalk = { DINGTALK_CLIENT_ID: 'd', DINGTALK_CLIENT_SECRET: 's' }

/** Names with these addresses; the others are public, and `gone…` is not there. */
function resolver(addresses: Readonly<Record<string, readonly string[]>>): Resolve {
  return (host) => {
    if (host.startsWith('gone')) return Promise.reject(Object.assign(new Error(host), { code: 'ENOTFOUND' }))
    const found = addresses[host] ?? ['203.0.114.7']
    return Promise.resolve(found.map((address) => ({ address, family: 4 })))
  }
}

/** What TLS with a named host ends in, by the beginning of its name. */
const certificates: Readonly<Record<string, string>> = {
  self: 'DEPTH_ZERO_SELF_SIGNED_CERT',
  over: 'CERT_HAS_EXPIRED',
  plain: 'EPROTO',
}

function look(
  env: Readonly<Record<string, string>>,
  addresses: Readonly<Record<string, readonly string[]>> = {},
  resolve = resolver(addresses),
): Promise<readonly Diagnosis[]> {
  return fileHosts(readSettings(env, '/nowhere'), resolve, (entry) =>
    Promise.resolve(certificates[entry.split('.')[0] ?? ''] ?? null),
  )
}

describe('the hosts of files', () => {
  test('at public addresses are fine', async () => {
    const found = await look({ ...bot, ...dingtalk })
    expect(found.map(({ state }) => state)).toEqual(['ok', 'ok', 'ok'])
  })

  test.each([
    ['inside a cloud', bot, cos, '169.254.0.47'],
    ['behind a proxy', bot, cos, '198.18.3.4'],
    ['in a private network', dingtalk, oss, '10.2.3.4'],
    ['with one inner address among public ones', dingtalk, oss, '192.168.1.1'],
  ])('%s is named, with what to put into DOWNLOAD_HOSTS', async (_, env, host, address) => {
    const found = await look(env, { [host]: ['203.0.114.8', address] })
    expect(found[0]).toMatchObject({ check: '文件主机', state: 'wrong' })
    expect(found[0]?.message).toContain(`解析到内网地址 ${address}`)
    expect(found[0]?.message).toContain(`DOWNLOAD_HOSTS=${host}`)
  })

  test('named in DOWNLOAD_HOSTS it is let through, and the doctor says so', async () => {
    const found = await look({ ...bot, DOWNLOAD_HOSTS: `${cos}:443` }, { [cos]: ['169.254.0.47'] })
    expect(found).toEqual([{ check: '文件主机', state: 'ok', message: expect.stringContaining('已放行') }])
  })

  test('at an address of cloud metadata it is never let through', async () => {
    const found = await look({ ...bot, DOWNLOAD_HOSTS: cos }, { [cos]: ['169.254.169.254'] })
    expect(found).toEqual([{ check: '文件主机', state: 'wrong', message: expect.stringContaining('元数据') }])
  })

  const lost: Resolve = () => Promise.reject(Object.assign(new Error('no'), { code: 'EAI_AGAIN' }))
  test('that do not resolve are wrong where the API is the public one', async () => {
    const found = await look(bot, {}, lost)
    expect(found).toEqual([
      { check: '文件主机', state: 'wrong', message: expect.stringContaining('EAI_AGAIN') },
    ])
  })

  test('that do not resolve may be others in a private deployment', async () => {
    const found = await look({ ...bot, WECOM_API_BASE: 'https://gov.example.cn/wecom' }, {}, lost)
    expect(found).toEqual([
      { check: '文件主机', state: 'notice', message: expect.stringContaining('写进 DOWNLOAD_HOSTS') },
    ])
  })

  test('of a resolver that never answers are given up', async () => {
    const found = await look(bot, {}, () => new Promise(() => undefined))
    expect(found[0]?.message).toContain('ETIMEDOUT')
  })
})

test('the entries of DOWNLOAD_HOSTS are looked up, inner ones are told, and one that is not there is named', async () => {
  const found = await look(
    {
      ...dingtalk,
      DOWNLOAD_HOSTS: 'files.example.cn,inner.example.cn:8080,gone.example.cn,meta.example.cn,[::1]:9000',
    },
    { 'inner.example.cn': ['10.0.0.5'], 'meta.example.cn': ['100.100.100.200'], '::1': ['::1'] },
  )
  expect(found.slice(2).map(({ state, message }) => `${state} ${message}`)).toEqual([
    'ok files.example.cn（DOWNLOAD_HOSTS）可用',
    'ok inner.example.cn:8080（DOWNLOAD_HOSTS）是内网地址 10.0.0.5，已放行',
    'wrong 解析不了 gone.example.cn（ENOTFOUND），请检查 DOWNLOAD_HOSTS 和 DNS',
    expect.stringMatching(/^wrong meta\.example\.cn 解析到云服务器的元数据地址/),
    'ok [::1]:9000（DOWNLOAD_HOSTS）是内网地址 ::1，已放行',
  ])
})

test.each([
  ['self.example.cn:9000', /^wrong 不信任 self\.example\.cn:9000 的证书.*NODE_EXTRA_CA_CERTS/],
  ['over.example.cn:443', /^wrong over\.example\.cn:443 的证书不在有效期内/],
  ['self.example.cn', /^notice 不信任 self\.example\.cn 的证书/],
  ['plain.example.cn:9000', /^ok plain\.example\.cn:9000（DOWNLOAD_HOSTS）可用$/],
])('the certificate of %s is looked at, where it has one', async (entry, said) => {
  const found = await look({ ...dingtalk, DOWNLOAD_HOSTS: entry })
  expect(found.slice(2).map(({ state, message }) => `${state} ${message}`)).toEqual([
    expect.stringMatching(said),
  ])
})

test('without a bot whose files come from elsewhere nothing is looked up', async () => {
  expect(await look({})).toEqual([])
})
