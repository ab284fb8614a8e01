import type { Reply } from '../../bot.ts'
import type { PlatformFiles } from '../platform.ts'
import { renderReply } from '../dialect/render.ts'

/** A reply that is too long for its channel, as a short one with the whole text in a file. */
export async function asFile(whole: Reply, files: PlatformFiles): Promise<Reply> {
  // With its mark, even old editors on Windows open it as UTF-8.
  const bytes = Buffer.from(`\ufeff${renderReply(whole.markdown, 'plain')}\n`)
  const sha256 = await files.put(bytes)
  const name = `${whole.title
    .replaceAll(/[\p{Cc}\p{Cf}/\\:*?"<>|]/gu, ' ')
    .trim()
    .slice(0, 40)}.txt`
  return {
    ...whole,
    markdown: '内容较长，全文在文件里，请打开文件查看。',
    files: [{ kind: 'file', name, sha256, size: bytes.byteLength }, ...(whole.files ?? [])],
  }
}
