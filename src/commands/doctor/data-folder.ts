import { constants } from 'node:fs'
import { access, mkdir, statfs } from 'node:fs/promises'
import { errorCode } from '../../errors.ts'
import { linesOf, type Diagnosis } from './diagnosis.ts'

const lines = linesOf('数据目录')

/** Magic numbers of statfs: NFS, SMB, CIFS, SMB2. */
const networkFileSystems = new Set([0x6969, 0x517b, 0xff534d42, 0xfe534d42])

/** Whether the data folder can be written, has room, and lies on a disk of this machine. */
export async function dataFolder(dataDir: string): Promise<Diagnosis> {
  try {
    await mkdir(dataDir, { recursive: true })
    await access(dataDir, constants.R_OK | constants.W_OK)
    const disk = await statfs(dataDir)
    const free = Math.floor((disk.bavail * disk.bsize) / 1024 / 1024)
    if (free < 200) return lines.wrong(`${dataDir} 只剩 ${free} MB，请清理到 200 MB 以上`)
    if (networkFileSystems.has(disk.type)) {
      return lines.wrong(`${dataDir} 在网络盘上，内置存储可能损坏，请用环境变量 DATA_DIR 换到本机磁盘`)
    }
    return lines.ok(`${dataDir}，可写，剩余 ${free} MB`)
  } catch (error) {
    return lines.wrong(
      `${dataDir} 不能写（${errorCode(error)}），请检查权限，或用环境变量 DATA_DIR 换一个目录`,
    )
  }
}
