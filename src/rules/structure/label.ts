import type { DepartingLabel, ReadTable } from '../../report/read-report.ts'
import type { TableKey } from '../../report/statutory-tables.ts'
import { tableKeys, tableSection } from '../../report/statutory-tables.ts'
import { headingOfTable, numeralOf } from '../parts.ts'
import { plainText } from '../report-text.ts'
import type { Hit, Rule, RuleContext } from '../rule.ts'

/** The labels of rows and columns are those of the form. */
export const label: Rule = {
  id: 'structure/label',
  severity: 'warning',
  docs: {
    summary: '三张表的行名、列名与规定格式一致。',
    basis: '国办公开办函〔2021〕30号',
    remedy: '按规定格式更正行名、列名。通行的别称（规范性文件、合计、其他组织）仅作提示。',
  },
  check: checkLabel,
}

function* checkLabel({ read }: RuleContext): Iterable<Hit> {
  for (const key of tableKeys) {
    for (const { printed, official, alias } of departingLabels(key, read.tables[key])) {
      yield {
        message: `表格${numeralOf(tableSection[key])}中“${printed}”应为“${official}”，请更正。`,
        where: `${headingOfTable(read, key)} / ${official}`,
        evidence: [printed],
        ...(alias ? { severity: 'info' as const } : {}),
      }
    }
  }
}

/** Each departing label once, however often a table prints it. */
function departingLabels(key: TableKey, table: ReadTable): readonly DepartingLabel[] {
  // The 2019 table has labels of its own: obsolete-format speaks of it as a whole.
  if (key === 'proactiveDisclosure' && table.form === '2019') return []
  return table.labels.filter(
    (found, index) =>
      letters(found.printed) !== letters(found.official) &&
      table.labels.findIndex((other) => isSame(other, found)) === index,
  )
}

function isSame(one: DepartingLabel, other: DepartingLabel): boolean {
  return one.printed === other.printed && one.official === other.official
}

function letters(printed: string): string {
  return plainText(printed).replace(/[^\p{L}\p{N}]/gu, '')
}
