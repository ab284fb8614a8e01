import type { AgencyKind } from '../../report/agency-kind.ts'
import type { CellId } from '../../report/statutory-tables.ts'
import { documentColumns } from '../../report/statutory-tables.ts'
import { decidingNumber, printedCells } from '../equation.ts'
import { headingOfTable } from '../parts.ts'
import { plainText } from '../report-text.ts'
import type { Hit, Rule, RuleContext } from '../rule.ts'

/** 规章 are made only by State Council departments and governments of provinces, 设区的市 and 自治州. */
export const rulesPower: Rule = {
  id: 'disclosure/rules-power',
  severity: 'warning',
  docs: {
    summary: '无规章制定权的机关，规章栏应为0。',
    basis: '《立法法》关于规章的规定',
    remedy: '核对是否应填在“行政规范性文件”一行。',
  },
  check: checkRulesPower,
}

function* checkRulesPower({ read, agencyKind }: RuleContext): Iterable<Hit> {
  const table = read.tables.proactiveDisclosure
  const cells = documentColumns.map((column): CellId => `proactiveDisclosure.rules.${column.key}`)
  const most = Math.max(0, ...cells.map((id) => decidingNumber(table, id) ?? 0))
  if (most === 0 || read.report.agency === null) return
  if (!canMakeNone(read.report.agency, agencyKind)) return
  yield {
    message: `规章栏填有${most}件。规章由国务院部门、省级和设区的市、自治州人民政府制定，请核对是否应填在“行政规范性文件”。`,
    where: `${headingOfTable(read, 'proactiveDisclosure')} / 规章`,
    evidence: [read.report.agency, ...printedCells(table, cells)],
    cells,
  }
}

const governmentItself = /(?:人民)?政府(?:办公厅|办公室|办)?$/
const areaAlone = /(?:省|自治区|市|自治州|州|盟|县|区|旗)$/
/** Signs of a local organ; not 市 in 国家市场监督管理总局, nor 乡 in 住房和城乡建设部. */
const localArea =
  /省|市(?!场)|县(?!域)|自治区|自治州|(?<![治地社军])区(?![域划块])|旗|(?<!城)乡(?!村)|(?<!城)镇|街道/

/**
 * Whether an organ can have made no 规章, by its name and kind. False where that cannot be told: State Council
 * departments bear no area, and a 市 may be a 设区的市.
 */
function canMakeNone(agency: string, kind: AgencyKind | null): boolean {
  if (kind === 'township' || kind === 'subdistrict') return true
  const name = plainText(agency)
  const government = governmentItself.exec(name)
  if (government !== null) return isBelowCity(name.slice(0, government.index))
  if (areaAlone.test(name)) return isBelowCity(name)
  return localArea.test(name)
}

/** Whether an area's name ends in a county, district, banner, town, township or street. */
function isBelowCity(area: string): boolean {
  return /(?:县|(?<!自治|地)区|旗|镇|乡|街道|苏木)$/.test(area)
}
