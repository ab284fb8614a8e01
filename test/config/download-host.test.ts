import { describe, expect, test } from '@jest/globals'
import { downloadHost } from '../../src/config/download-host.ts'

describe('an entry of DOWNLOAD_HOSTS is taken', () => {
  test.each([
    ['files.example.cn', 'files.example.cn'],
    ['Files.Example.CN:8443', 'files.example.cn:8443'],
    ['files.example.cn.', 'files.example.cn'],
    ['files_1.example.cn', 'files_1.example.cn'],
    ['localhost:9000', 'localhost:9000'],
    ['10.0.0.8:080', '10.0.0.8:80'],
    ['[FD00:0::8]', '[fd00::8]'],
    ['[::1]:9000', '[::1]:9000'],
    ['[::ffff:10.0.0.1]:9000', '[::ffff:a00:1]:9000'],
    ['文件.政务.cn:8443', 'xn--5nqy36c.xn--zfr164b.cn:8443'],
    ['xn--5nqy36c.cn', 'xn--5nqy36c.cn'],
    ['ｆiles。example。cn：8443', 'files.example.cn:8443'],
  ])('%s as %s', (entry, host) => {
    expect(downloadHost(entry)).toEqual({ host })
  })
})

describe('an entry of DOWNLOAD_HOSTS is refused, with what to write instead', () => {
  const example = '应是 host 或 host:port，如 files.example.cn、10.0.0.8:9000、[fd00::8]:9000'
  test.each([
    ['https://files.example.cn', '只写主机名和端口，请写成 files.example.cn'],
    ['HTTP://10.0.0.8:9000/', '只写主机名和端口，请写成 10.0.0.8:9000'],
    ['https://[fd00::8]:9000/b?Signature=SECRET', '只写主机名和端口，请写成 [fd00::8]:9000'],
    ['files.example.cn/年报', '只写主机名和端口，请写成 files.example.cn'],
    ['user:SECRET@files.example.cn', '只写主机名和端口，请写成 files.example.cn'],
    ['fd00::8', 'IPv6 地址要加方括号，请写成 [fd00::8] 或 [fd00::8]:端口'],
    ['*.example.cn', '不能用通配符，请把每个主机名写全，如 files.example.cn'],
    ['.example.cn', '不能用通配符，请把每个主机名写全，如 files.example.cn'],
    ['files.example.cn:0', '端口应是 1 到 65535 的数'],
    ['[::1]:65536', '端口应是 1 到 65535 的数'],
    ['10.0.8', 'IP 地址要写全，如 10.0.0.8'],
    ['0x7f000001:80', 'IP 地址要写全，如 10.0.0.8'],
    ['256.1.1.1', example],
    ['[::::]', example],
    ['[fd00::8', example],
    ['[fd00::8%eth0]', example],
    ['files..example.cn', example],
    ['files.example.cn:', example],
    ['files.example.cn:http', example],
    ['"files.example.cn"', example],
    ['https://', example],
    ['https:files.example.cn', example],
    ['evil.cn\\files.example.cn', example],
  ])('%s', (entry, problem) => {
    expect(downloadHost(entry)).toEqual({ problem })
  })
})
