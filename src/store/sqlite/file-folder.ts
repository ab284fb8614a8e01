import { createHash, randomUUID } from 'node:crypto'
import { access, mkdir, open, readFile, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { StoreUnavailableError } from '../../errors.ts'
import { codeOf } from '../error-code.ts'

/**
 * Uploaded files as files, each under its SHA-256: `files/<first two digits>/<hash>`. Not in the database: 20 MB
 * would pass through its log and hold up every message behind it; here they are written beside the event loop, and
 * a backup copies them as they are, since a file under its hash never changes.
 */
export class FileFolder {
  readonly #root: string
  readonly #writing = new Map<string, Promise<void>>()

  constructor(dataDir: string) {
    this.#root = join(dataDir, 'files')
  }

  /** Writes the bytes durably unless they are there; gives their hash. */
  async put(bytes: Uint8Array): Promise<string> {
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    // Whoever brings the same bytes meanwhile waits for the same write.
    const writing = this.#writing.get(sha256) ?? this.#write(sha256, bytes)
    this.#writing.set(sha256, writing)
    try {
      await writing
    } catch (error) {
      throw fileFault(error)
    } finally {
      this.#writing.delete(sha256)
    }
    return sha256
  }

  /** The bytes, or null. */
  async get(sha256: string): Promise<Uint8Array | null> {
    if (!/^[0-9a-f]{64}$/.test(sha256)) return null
    try {
      const bytes = await readFile(this.#pathOf(sha256))
      return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return null
      throw fileFault(error)
    }
  }

  /** Removes what a crash left half written; only while no other process writes here. */
  async removeUnfinished(): Promise<void> {
    const names = await readdir(this.#root).catch(() => [])
    const unfinished = names.filter((name) => name.endsWith('.part'))
    await Promise.all(unfinished.map((name) => rm(join(this.#root, name), { force: true })))
  }

  #pathOf(sha256: string): string {
    return join(this.#root, sha256.slice(0, 2), sha256)
  }

  async #write(sha256: string, bytes: Uint8Array): Promise<void> {
    const path = this.#pathOf(sha256)
    if (await exists(path)) return
    const folder = join(this.#root, sha256.slice(0, 2))
    await mkdir(folder, { recursive: true })
    const unfinished = join(this.#root, `${sha256}.${randomUUID()}.part`)
    try {
      await writeAndSync(unfinished, bytes)
      await rename(unfinished, path)
    } catch (error) {
      await rm(unfinished, { force: true }).catch(() => undefined)
      throw error
    }
    await syncFolder(folder)
    await syncFolder(this.#root)
    await syncFolder(join(this.#root, '..'))
  }
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}

async function writeAndSync(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx')
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** Makes new names in a folder durable; a system without that (Windows) needs none. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

function fileFault(error: unknown): unknown {
  const code = codeOf(error)
  if (code === '') return error
  const said =
    code === 'ENOSPC' || code === 'EDQUOT'
      ? '磁盘空间不足，请清理磁盘'
      : `读写出错（${code}），请检查数据目录`
  return new StoreUnavailableError(`文件暂时无法存取：${said}`, { cause: error })
}
