import { readFile, stat } from 'node:fs/promises'
import { errorCode, GongkaiError } from '../errors.ts'

/** The bytes of a file named on the command line. Rejects with GongkaiError `file_not_found` that says why. */
export async function readNamedFile(file: string): Promise<Uint8Array> {
  try {
    if ((await stat(file)).isDirectory()) {
      throw new GongkaiError('file_not_found', `${file} 是文件夹，请指定其中的文件`)
    }
    return await readFile(file)
  } catch (error) {
    if (error instanceof GongkaiError) throw error
    throw new GongkaiError('file_not_found', reasonOf(file, error), { cause: error })
  }
}

function reasonOf(file: string, error: unknown): string {
  const code = errorCode(error)
  if (code === 'ENOENT') return `找不到文件 ${file}，请检查路径`
  if (code === 'EACCES' || code === 'EPERM') return `没有权限读取 ${file}，请检查文件权限`
  return `读不了文件 ${file}（${code}）`
}
