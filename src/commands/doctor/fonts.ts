import { open } from 'node:fs/promises'
import path from 'node:path'
import { fontFiles } from '../../charts/painter.ts'
import { errorCode } from '../../errors.ts'
import { linesOf, type Diagnosis } from './diagnosis.ts'

const lines = linesOf('字体')

/** How every TrueType font begins. */
const trueType = 0x00010000

/** Whether the fonts of charts are there: without them a chart is drawn without its words, so none is sent. */
export async function fonts(folder: string): Promise<Diagnosis> {
  const faults = await Promise.all(fontFiles.map((name) => faultOf(path.join(folder, name))))
  const bad = fontFiles.flatMap((name, index) => {
    const fault = faults[index] ?? null
    return fault === null ? [] : [`${name}（${fault}）`]
  })
  return bad.length === 0
    ? lines.ok('图表用的字体齐全')
    : lines.wrong(`图表用的字体 ${bad.join('、')} 用不了，答案不会附图；请把安装目录里的 ${folder} 重新拷全`)
}

async function faultOf(file: string): Promise<string | null> {
  try {
    const opened = await open(file)
    try {
      const { buffer, bytesRead } = await opened.read(Buffer.alloc(4), 0, 4, 0)
      return bytesRead === 4 && buffer.readUInt32BE(0) === trueType ? null : '不是字体'
    } finally {
      await opened.close()
    }
  } catch (error) {
    return errorCode(error)
  }
}
