import type { Reply } from '../../bot.ts'
import type { PlatformFiles } from '../platform.ts'
import { renderReply } from '../dialect/render.ts'

/** Bytes of what is shown beside the file: with the note it fits into the smallest message (2048) in every dialect. */
const longestLead = 900

/** A reply that is too long for its channel, as its beginning (the verdict) with the whole text in a file. */
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
    markdown: [...leadOf(whole.markdown), '内容较长，全文在文件里，请打开文件查看。'].join('\n\n'),
    files: [{ kind: 'file', name, sha256, size: bytes.byteLength }, ...(whole.files ?? [])],
  }
}

/** The first paragraphs that fit, without a heading at their end; none where the first one is too long already. */
function leadOf(markdown: string): readonly string[] {
  const lead: string[] = []
  let length = 0
  for (const paragraph of markdown.split(/\n{2,}/)) {
    length += Buffer.byteLength(paragraph) + 2
    if (length > longestLead) break
    lead.push(paragraph)
  }
  while (lead.length > 1 && /^(?:#.*|\*\*[^\n]*\*\*)$/.test(lead.at(-1) ?? '')) lead.pop()
  return lead
}
