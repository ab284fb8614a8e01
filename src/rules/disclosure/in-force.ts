import type { CellId, DocumentColumn } from '../../report/statutory-tables.ts'
import { documentRows } from '../../report/statutory-tables.ts'
import { decidingNumber, printedCells } from '../equation.ts'
import { headingOfTable } from '../parts.ts'
import type { Hit, Rule, RuleContext } from '../rule.ts'

/** 现行有效 is at least 本年制发 − 本年废止: what was issued this year and not repealed is in force. */
export const inForce: Rule = {
  id: 'disclosure/in-force',
  severity: 'warning',
  docs: {
    summary: '规章、行政规范性文件的现行有效件数不少于本年制发件数减本年废止件数。',
    basis: '国办公开办函〔2021〕30号，表二各列含义',
    remedy: '会同司法机构核对制发、废止和现行有效件数。',
  },
  check: checkInForce,
}

function* checkInForce({ read }: RuleContext): Iterable<Hit> {
  const table = read.tables.proactiveDisclosure
  for (const { key, label } of documentRows) {
    const cell = (column: DocumentColumn): CellId => `proactiveDisclosure.${key}.${column}`
    const issued = decidingNumber(table, cell('issued'))
    const repealed = decidingNumber(table, cell('repealed'))
    const valid = decidingNumber(table, cell('inForce'))
    if (issued === null || repealed === null || valid === null || repealed < 0) continue
    if (valid >= issued - repealed) continue
    const cells = [cell('issued'), cell('repealed'), cell('inForce')]
    yield {
      message: `${label}：本年制发${issued}件、废止${repealed}件，现行有效只有${valid}件，请核对。`,
      where: `${headingOfTable(read, 'proactiveDisclosure')} / ${label}`,
      evidence: printedCells(table, cells),
      cells,
    }
  }
}
