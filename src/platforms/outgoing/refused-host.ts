import { GongkaiError } from '../../errors.ts'
import type { Log } from '../../log.ts'
import type { RefusedUrlError } from './arrived-url.ts'

/**
 * What the sender of a file hears whose host may not be asked: no repeat mends it. The log names the host, which is
 * what an administrator may have to put into DOWNLOAD_HOSTS.
 */
export function fileHostRefused(refused: RefusedUrlError, platform: string, log: Log): GongkaiError {
  log.error('file host refused', { platform, reason: `${refused.reason} ${refused.host}`.trim() })
  return new GongkaiError('file_host_refused', '文件的下载地址不在允许的范围内', { cause: refused })
}
