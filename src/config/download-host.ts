import { isIPv4, isIPv6 } from 'node:net'

/** An entry of DOWNLOAD_HOSTS: as it is compared, or what to write instead. */
export type DownloadHost = { readonly host: string } | { readonly problem: string }

const example = '应是 host 或 host:port，如 files.example.cn、10.0.0.8:9000、[fd00::8]:9000'

/**
 * Reads an entry of DOWNLOAD_HOSTS: `host` or `host:port`, lower-case, international names in their ASCII form, IPv6
 * addresses in brackets. Each entry is one host exactly.
 */
export function downloadHost(entry: string): DownloadHost {
  const text = entry.replaceAll('：', ':').replaceAll('。', '.')
  if (isIPv6(text)) return { problem: `IPv6 地址要加方括号，请写成 [${text}] 或 [${text}]:端口` }
  if (/[*＊]|^\./.test(text)) return { problem: '不能用通配符，请把每个主机名写全，如 files.example.cn' }
  const { isBare, name, port } = parts(text)
  const hostname = spelled(name)
  if (hostname === null) return { problem: example }
  if (port !== null && (port < 1 || port > 65_535)) return { problem: '端口应是 1 到 65535 的数' }
  // Another spelling of an address (`1.2.3`, `0x7f.1`) is hardly meant for the one it stands for.
  if (isIPv4(hostname) && !isIPv4(name)) return { problem: 'IP 地址要写全，如 10.0.0.8' }
  const host = port === null ? hostname : `${hostname}:${port}`
  return isBare ? { host } : { problem: `只写主机名和端口，请写成 ${host}` }
}

interface Parts {
  /** Neither a scheme or a user before it, nor a path behind it. */
  readonly isBare: boolean
  readonly name: string
  readonly port: number | null
}

const around = /^((?:[a-z][a-z0-9+.-]*:\/\/)?(?:[^/?#]*@)?)([^/?#]*)(.*)$/i

function parts(text: string): Parts {
  const [, before, authority = '', after] = around.exec(text) ?? []
  const [, name = '', digits] = /^(\[[^\]]*\]|[^:]*)(?::(\d+))?$/.exec(authority) ?? []
  return { isBare: before === '' && after === '', name, port: digits === undefined ? null : Number(digits) }
}

/** A host's name as the URL parser spells it, which is what is compared in the end; null where it is none. */
function spelled(name: string): string | null {
  // The parser mends or splits off what contains these.
  if (name === '' || /[\s%"'\\|^`<>{}]/.test(name) || !URL.canParse(`http://${name}`)) return null
  const hostname = new URL(`http://${name}`).hostname.replace(/\.$/, '')
  return hostname === '' || hostname.includes('..') ? null : hostname
}
