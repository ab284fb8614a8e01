import { storedRef, type Attachment, type FetchedFile } from '../bot.ts'
import { GongkaiError, isFetchErrorCode, UnreadableFileError } from '../errors.ts'
import type { Platform } from '../platforms/platform.ts'
import type { FileStore } from '../store/store.ts'
import { isHostAway } from './patience.ts'

/**
 * Brings the attachments of a message into the store, each under its hash. A fault that is final (gone, too big, for
 * an administrator to mend) is a result; one that may pass (network, store) rejects, and the message is tried again later.
 * Where it is not (`isTriedAgain`), a host that is away is a result as well.
 */
export async function fetchFiles(
  attachments: readonly Attachment[],
  platform: Platform,
  store: FileStore,
  isTriedAgain: () => boolean = () => true,
): Promise<readonly FetchedFile[]> {
  const files: FetchedFile[] = []
  for (const attachment of attachments) {
    files.push(
      await fetchFile(attachment, platform, store).catch((error: unknown) => {
        if (!isHostAway(error) || isTriedAgain()) throw error
        return { kind: 'failed' as const, name: attachment.name, code: 'file_unreachable' as const }
      }),
    )
  }
  return files
}

async function fetchFile(attachment: Attachment, platform: Platform, store: FileStore): Promise<FetchedFile> {
  try {
    const stored = await storedFile(attachment, store)
    if (stored !== null) return stored
    const { name, bytes } = await platform.download(attachment)
    const sha256 = await store.putFile(bytes)
    return { kind: 'fetched', file: { sha256, name, size: bytes.byteLength } }
  } catch (error) {
    const code = finalCode(error)
    if (code === null) throw error
    return { kind: 'failed', name: attachment.name, code }
  }
}

function finalCode(error: unknown): Extract<FetchedFile, { kind: 'failed' }>['code'] | null {
  if (error instanceof UnreadableFileError) return error.code
  return error instanceof GongkaiError && isFetchErrorCode(error.code) ? error.code : null
}

/** A file that lies in the store already (it came by an upload link); null for one that its platform must fetch. */
async function storedFile({ ref, name }: Attachment, store: FileStore): Promise<FetchedFile | null> {
  if (!ref.startsWith(storedRef)) return null
  const sha256 = ref.slice(storedRef.length)
  const bytes = await store.getFile(sha256)
  if (bytes === null) throw new GongkaiError('file_gone', '文件已经找不到了，请重新发送')
  return { kind: 'fetched', file: { sha256, name: name ?? '未命名文件', size: bytes.byteLength } }
}
