import { linesOf, type Diagnosis } from './diagnosis.ts'

const lines = linesOf('代理')

const names = ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy', 'ALL_PROXY', 'all_proxy']

/** Who names a proxy expects it to be used; its address may hold a password. */
export function proxy(env: Readonly<Record<string, string | undefined>>): readonly Diagnosis[] {
  const named = names.find((name) => (env[name] ?? '') !== '')
  return named === undefined
    ? []
    : [
        lines.notice(
          `环境变量 ${named} 不起作用：平台和文件主机都是直接连接的；下面有连不上的，请在防火墙上放行直连`,
        ),
      ]
}
