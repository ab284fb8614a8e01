import { shownFileName } from '../../http/shown-file-name.ts'
import { dispositionName } from './disposition-name.ts'

/**
 * The name of a downloaded file: from Content-Disposition, else one of ours (`unnamed`) with the extension that the
 * content asks for.
 */
export function fileName(
  contentDisposition: string | null,
  bytes: Uint8Array,
  unnamed = '未命名文件',
): string {
  const given = contentDisposition === null ? null : shownFileName(dispositionName(contentDisposition))
  return given ?? `${unnamed}${extensionOf(bytes)}`
}

const signatures: readonly (readonly [extension: string, head: string])[] = [
  ['.pdf', '25504446'],
  ['.doc', 'd0cf11e0'],
  ['.png', '89504e47'],
  ['.jpg', 'ffd8ff'],
  ['.gif', '47494638'],
]

function extensionOf(bytes: Uint8Array): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const head = buffer.toString('hex', 0, 4)
  if (head.startsWith('504b')) return packageExtension(buffer)
  return signatures.find(([, start]) => head.startsWith(start))?.[0] ?? ''
}

function packageExtension(buffer: Buffer): string {
  if (buffer.includes('word/')) return '.docx'
  return buffer.includes('xl/') ? '.xlsx' : '.zip'
}
