import type { Reply } from '../../bot.ts'
import { cutReply } from '../dialect/cut-reply.ts'
import type { PlatformFiles } from '../platform.ts'
import { markBytes } from './once-mark.ts'

/** The platform cuts what is longer, without a word. */
const maxText = 2048

/** A reply as messages of the self-built app: texts, then each file by itself. Cut again, they stay as they are. */
export async function appParts(reply: Reply, files: PlatformFiles): Promise<readonly Reply[]> {
  const { title, markdown, files: attached = [] } = reply
  const alone = filesAlone(attached)
  if (markdown === '' && alone.length > 0) return alone
  const parts = await cutReply(
    { title, markdown },
    { dialect: 'wecom-app', maxBytes: maxText - markBytes, maxParts: 3, files },
  )
  const texts = parts.map((part) => ({ title: part.title, markdown: part.markdown }))
  return [...texts, ...parts.flatMap((part) => filesAlone(part.files ?? [])), ...alone]
}

function filesAlone(files: NonNullable<Reply['files']>): readonly Reply[] {
  return files.map((file) => ({ title: file.name, markdown: '', files: [file] }))
}
