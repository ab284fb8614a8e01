import type { ReadReport } from '../report/read-report.ts'
import type { Finding } from '../report/report.ts'
import { tableOfCell } from './cell-names.ts'

const arithmetic = /^(?:requests|review)\/|^disclosure\/in-force$/
const caution = '（数字由图片识别，请对照原表）'

/**
 * An arithmetic finding that rests on numbers read from a picture is at most a warning and says so: the error
 * may be in the reading.
 */
export function cautionAboutPictures(finding: Finding, read: ReadReport): Finding {
  const restsOnPicture = finding.cells.some((id) => read.tables[tableOfCell(id)].source === 'image')
  if (!arithmetic.test(finding.rule) || !restsOnPicture) return finding
  return {
    ...finding,
    severity: finding.severity === 'error' ? 'warning' : finding.severity,
    message: `${finding.message}${caution}`,
  }
}
