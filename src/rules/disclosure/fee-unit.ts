import type { ReadReport } from '../../report/read-report.ts'
import type { CellId } from '../../report/statutory-tables.ts'
import { cellName } from '../cell-names.ts'
import { decidingNumber, printedCells } from '../equation.ts'
import { headingOfTable } from '../parts.ts'
import { plainText, wholeText } from '../report-text.ts'
import type { Hit, Rule, RuleContext } from '../rule.ts'

/** 行政事业性收费 is given in 万元: the same figure in the text in 元 shows that it was not. */
export const feeUnit: Rule = {
  id: 'disclosure/fee-unit',
  severity: 'warning',
  docs: {
    summary: '行政事业性收费以万元为单位填写。',
    basis: '国办公开办函〔2021〕30号，表二（单位：万元）',
    remedy: '把以元为单位的金额折算为万元。',
  },
  check: checkFeeUnit,
}

const fees: CellId = 'proactiveDisclosure.fees'

function* checkFeeUnit({ read }: RuleContext): Iterable<Hit> {
  const table = read.tables.proactiveDisclosure
  const printed = table.cells.get(fees)?.text ?? ''
  const value = decidingNumber(table, fees)
  const where = `${headingOfTable(read, 'proactiveDisclosure')} / ${cellName(fees)}`
  if (value !== 0 && isInYuan(printed)) {
    yield {
      message: `行政事业性收费填写为${printed}，表中单位是万元，请核对单位。`,
      where,
      evidence: printedCells(table, [fees]),
      cells: [fees],
    }
    return
  }
  const stated = value === null || value <= 0 ? undefined : sentenceInYuan(read, value)
  if (value === null || stated === undefined) return
  yield {
    message: `行政事业性收费填写为${value}，表中单位是万元，文中为${value}元，请核对单位。`,
    where,
    evidence: [stated, ...printedCells(table, [fees])],
    cells: [fees],
  }
}

/** A cell with 元 behind its figure; not 万元. */
function isInYuan(printed: string): boolean {
  const plain = plainText(printed)
  return plain.includes('元') && !/[万亿]元/.test(plain)
}

/** The sentence that gives the charges as that many 元; fees for handling information are another matter. */
function sentenceInYuan(read: ReadReport, value: number): string | undefined {
  return wholeText(read)
    .split(/[。;!?]/)
    .filter((sentence) => /收费|收取|收缴|征收/.test(sentence) && !sentence.includes('处理费'))
    .find((sentence) =>
      [...sentence.matchAll(/(\d[\d,]*(?:\.\d+)?)元/g)].some(
        ([, amount = '']) => Number(amount.replaceAll(',', '')) === value,
      ),
    )
}
