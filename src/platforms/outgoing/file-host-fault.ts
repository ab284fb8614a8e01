import { GongkaiError } from '../../errors.ts'
import type { Log } from '../../log.ts'
import { RefusedUrlError } from './arrived-url.ts'
import { UntrustedHostError } from './untrusted-host.ts'

/**
 * What the sender of a file hears whose host may not be asked, or is not trusted: no repeat mends it. The log names the
 * host, which an administrator may have to put into DOWNLOAD_HOSTS, or whose CA into NODE_EXTRA_CA_CERTS. A link that
 * is none counts as a file that did not come along. Any other error stays as it is.
 */
export function fileHostFault(error: unknown, platform: string, log: Log): unknown {
  if (error instanceof RefusedUrlError) {
    log.error('file host refused', { platform, reason: `${error.reason} ${error.host}`.trim() })
    if (error.reason === 'not_a_url')
      return new GongkaiError('file_gone', '没有取到文件：它的链接不能用', { cause: error })
    return new GongkaiError('file_host_refused', '文件的下载地址不在允许的范围内', { cause: error })
  }
  if (error instanceof UntrustedHostError) {
    log.error('file host not trusted', { platform, reason: `${error.reason} ${error.host}` })
    return new GongkaiError('config_invalid', '文件主机的证书不受信任，请检查 NODE_EXTRA_CA_CERTS', {
      cause: error,
    })
  }
  return error
}
