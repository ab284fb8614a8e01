import type { Settings } from '../../config/settings.ts'
import { errorCode } from '../../errors.ts'
import { within } from '../../time-limit.ts'
import { addressKind } from '../../platforms/outgoing/address-kind.ts'
import { createUrlGuard } from '../../platforms/outgoing/arrived-url.ts'
import type { Resolve } from '../../platforms/outgoing/checked-lookup.ts'
import { linesOf, type Diagnosis } from './diagnosis.ts'
import { handshake } from './handshake.ts'
import { certificateFault } from './reach-fault.ts'

const lines = linesOf('文件主机')

/** Where files really come from (platforms, 0.4), by the host whose API is the public one. */
const wecomHosts = ['ww-aibot-img-1258476243.cos.ap-guangzhou.myqcloud.com']
const dingtalkHosts = ['wukong-file-im-zjk.oss-cn-zhangjiakou.aliyuncs.com', 'down.dingtalk.com']
const publicApis = ['qyapi.weixin.qq.com', 'api.dingtalk.com']

const lookupMs = 4_000

/** Begins TLS with a `host` or `host:port`; the code of what went wrong, null: nothing. */
type Handshake = (entry: string) => Promise<string | null>

/**
 * Whether the hosts of files resolve to addresses that may be fetched from, a private one only where it is named, and
 * whether the certificates of those named are trusted.
 */
export async function fileHosts(
  settings: Settings,
  resolve: Resolve,
  begin: Handshake = (entry) => handshake(entry, resolve),
): Promise<readonly Diagnosis[]> {
  const { wecom, dingtalk, downloadHosts } = settings
  const guard = createUrlGuard({ vendorHosts: [], extraHosts: downloadHosts })
  const isNamed = (host: string): boolean => guard.mayBeInner(new URL(`https://${host}/`))
  // The app's own files come from the API itself.
  const vendors = [
    ...(!wecom?.bot ? [] : wecomHosts.map((host) => ({ host, api: wecom.apiBase }))),
    ...(dingtalk === null ? [] : dingtalkHosts.map((host) => ({ host, api: dingtalk.apiBase }))),
  ]
  return Promise.all([
    ...vendors.map(async ({ host, api }) =>
      vendorHost(host, await kindOf(host, resolve), {
        isNamed: isNamed(host),
        isPublic: publicApis.includes(new URL(api).hostname),
      }),
    ),
    ...downloadHosts
      .filter((entry) => !vendors.some(({ host }) => hostOf(entry) === host))
      .map(async (entry) => namedHost(entry, await kindOf(hostOf(entry), resolve), begin)),
  ])
}

type Kind = 'public' | 'metadata' | { readonly inner: string } | { readonly code: string }

function vendorHost(
  host: string,
  kind: Kind,
  { isNamed, isPublic }: { readonly isNamed: boolean; readonly isPublic: boolean },
): Diagnosis {
  if (kind === 'public') return lines.ok(`${host} 解析到公网地址`)
  if (kind === 'metadata') return metadata(host)
  if ('inner' in kind) {
    return isNamed
      ? lines.ok(`${host} 解析到内网地址 ${kind.inner}，DOWNLOAD_HOSTS 里有它，已放行`)
      : lines.wrong(
          `${host} 解析到内网地址 ${kind.inner}（云内网 DNS 或代理的假 IP），文件会取不到；确认无误后写进环境变量：DOWNLOAD_HOSTS=${host}`,
        )
  }
  return isPublic
    ? lines.wrong(`解析不了 ${host}（${kind.code}），文件会取不到，请检查 DNS`)
    : lines.notice(
        `解析不了 ${host}（${kind.code}）；私有部署的文件放在别的主机时，请把它写进 DOWNLOAD_HOSTS`,
      )
}

/** A host that the operator named. */
async function namedHost(entry: string, kind: Kind, begin: Handshake): Promise<Diagnosis> {
  if (kind === 'metadata') return metadata(entry)
  if (kind !== 'public' && 'code' in kind)
    return lines.wrong(`解析不了 ${entry}（${kind.code}），请检查 DOWNLOAD_HOSTS 和 DNS`)
  const code = await begin(entry)
  const fault = code === null ? null : certificateFault(code, entry, 'DOWNLOAD_HOSTS')
  // Without a port its files may come by http, and nobody asks for the certificate.
  if (fault !== null) return /:\d+$/.test(entry) ? lines.wrong(fault) : lines.notice(fault)
  return kind === 'public'
    ? lines.ok(`${entry}（DOWNLOAD_HOSTS）可用`)
    : lines.ok(`${entry}（DOWNLOAD_HOSTS）是内网地址 ${kind.inner}，已放行`)
}

function metadata(host: string): Diagnosis {
  return lines.wrong(
    `${host} 解析到云服务器的元数据地址，任何时候都不会从那里取文件，请检查 DNS 和 DOWNLOAD_HOSTS`,
  )
}

async function kindOf(host: string, resolve: Resolve): Promise<Kind> {
  try {
    const addresses = await within(lookupMs, resolve(host.replace(/^\[(.*)\]$/, '$1')))
    if (addresses.length === 0) return { code: 'ENOTFOUND' }
    const kinds = addresses.map(({ address }) => addressKind(address))
    if (kinds.includes('metadata')) return 'metadata'
    const inner = addresses[kinds.indexOf('inner')]?.address
    return inner === undefined ? 'public' : { inner }
  } catch (error) {
    return { code: errorCode(error) }
  }
}

function hostOf(entry: string): string {
  return entry.replace(/:\d+$/, '')
}
