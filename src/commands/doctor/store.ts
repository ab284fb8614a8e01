import type { Settings } from '../../config/settings.ts'
import { GongkaiError } from '../../errors.ts'
import { openStore } from '../../store/index.ts'
import { linesOf, type Diagnosis } from './diagnosis.ts'

const lines = linesOf('存储')

/** Whether the store answers, and what waits in it. Opened for reading: the bot may be running on it. */
export async function store({ dataDir, mongodbUri }: Settings): Promise<Diagnosis> {
  try {
    const opened = await openStore({ dataDir, mongodbUri, mode: 'read' })
    try {
      await opened.ping()
      const { waiting, dead } = await opened.inboxDepth()
      const holdings = await opened.shelf.holdings()
      const engine = opened.engine === 'mongodb' ? 'MongoDB' : '内置存储'
      const line = `${engine}可用，已存 ${holdings.length} 个单位的年报，待处理消息 ${waiting} 条，处理失败 ${dead} 条`
      return dead > 0 ? lines.notice(line) : lines.ok(line)
    } finally {
      await opened.close()
    }
  } catch (error) {
    if (!(error instanceof GongkaiError)) throw error
    return lines.wrong(error.message)
  }
}
