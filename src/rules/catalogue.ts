import type { Severity } from '../report/report.ts'
import { rules } from './index.ts'
import type { RuleFamily } from './rule.ts'

/** One rule as the catalogue prints it. */
export interface CatalogueRow {
  readonly id: string
  /** The severity of a finding that does not say otherwise. */
  readonly severity: Severity
  readonly summary: string
  readonly basis: string
  readonly remedy: string
}

/** All rules, in the order of the catalogue. */
export function catalogueRows(): readonly CatalogueRow[] {
  return rules.map(({ id, severity, docs }) => ({ id, severity, ...docs }))
}

const familyNames: Readonly<Record<RuleFamily, string>> = {
  structure: '结构',
  content: '内容',
  cells: '单元格',
  disclosure: '表二 主动公开政府信息情况',
  requests: '表三 收到和处理政府信息公开申请情况',
  review: '表四 行政复议、行政诉讼情况',
}

const severityNames: Readonly<Record<Severity, string>> = { error: '错误', warning: '提醒', info: '提示' }

/** The catalogue as a page: docs/rules.md. */
export function catalogueMarkdown(): string {
  const rows = catalogueRows()
  const families = Object.entries(familyNames).map(([family, name]) =>
    [`## ${name}`, ...rows.filter((row) => row.id.startsWith(`${family}/`)).map(entryOf)].join('\n\n'),
  )
  return `${[heading, ...families].join('\n\n')}\n`
}

const heading = `# 检查项目

本页由 src/rules 中各项检查的说明生成，不手工修改；\`npx gongkai rules\` 输出同样的内容。

- 错误：不符合法律、格式或勾稽关系，应在公布前改正。
- 提醒：建议核对。
- 提示：供参考，不影响结论。

每项标明通常的级别；个别情形会降级或升级，见各项说明。拿不准时不报。`

function entryOf({ id, severity, summary, basis, remedy }: CatalogueRow): string {
  return [
    `### \`${id}\`（${severityNames[severity]}）`,
    [`- 检查：${summary}`, `- 依据：${basis}`, `- 处理：${remedy}`].join('\n'),
  ].join('\n\n')
}
