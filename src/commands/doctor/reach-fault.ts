import type { CallFault } from '../../platforms/outgoing/call-fault.ts'
import { untrustedCodes } from '../../platforms/outgoing/untrusted-host.ts'

/** What stands where a call went: the setting that names it, and its address. */
export interface Reached {
  readonly variable: string
  readonly base: string
}

const unresolved = ['ENOTFOUND', 'EAI_AGAIN', 'EAI_NODATA', 'EAI_FAIL']
const late = ['ETIMEDOUT', 'UND_ERR_CONNECT_TIMEOUT', 'UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT']

/** Why a host was not reached, and what to mend, in one sentence. Names host and port only: a query may be secret. */
export function reachFault({ code }: CallFault, { variable, base }: Reached): string {
  const { hostname, host, protocol } = new URL(base)
  const place = host === hostname ? `${host}:${protocol === 'https:' ? '443' : '80'}` : host
  if (unresolved.includes(code)) return `解析不了主机 ${hostname}（${code}），请检查 DNS 和 ${variable}`
  const ofCertificate = certificateFault(code, host, variable)
  if (ofCertificate !== null) return ofCertificate
  if (code === 'EPROTO' || code.startsWith('ERR_SSL_') || code.startsWith('HPE_'))
    return `${place} 说的不是 ${protocol === 'https:' ? 'HTTPS' : 'HTTP'}（${code}），请检查 ${variable} 的 http、https 和端口`
  if (code === 'ECONNREFUSED') return `${place} 拒绝连接（${code}），请检查 ${variable} 的主机和端口`
  return `${late.includes(code) ? `连接 ${place} 超时` : `连不上 ${place}`}（${code}），请检查出口网络、防火墙和 ${variable}`
}

/** The same for a fault of the host's certificate; null for any other. */
export function certificateFault(code: string, host: string, variable: string): string | null {
  if (untrustedCodes.includes(code))
    return `不信任 ${host} 的证书（${code}）；私有证书请把签发它的 CA 存成 PEM 文件，用环境变量 NODE_EXTRA_CA_CERTS 指定`
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID')
    return `${host} 的证书不是给这个主机名的（${code}），请检查 ${variable} 的主机名，或换证书`
  return code === 'CERT_HAS_EXPIRED' || code === 'CERT_NOT_YET_VALID'
    ? `${host} 的证书不在有效期内（${code}），请校准本机时钟，或请对方换证书`
    : null
}
