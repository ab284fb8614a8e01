import { catalogueMarkdown, catalogueRows } from '../rules/catalogue.ts'
import { readArguments, refuseWords } from './arguments.ts'
import type { Command } from './command.ts'

const severityName = { error: '错误', warning: '提醒', info: '提示' } as const

/** `gongkai rules`: the catalogue of checks. */
export const rules: Command = {
  name: 'rules',
  summary: '列出所有检查：编号、级别、内容、依据',
  help: `用法：gongkai rules [--json | --markdown]

列出所有检查的编号、级别、检查内容和依据；--json 时每条一行 JSON，--markdown 时是 docs/rules.md 的内容。`,
  run: (args, terminal) => {
    const { values, positionals } = readArguments('rules', args, { markdown: { type: 'boolean' } })
    refuseWords('rules', positionals)
    if (values.markdown === true) {
      terminal.out(catalogueMarkdown())
      return Promise.resolve(0)
    }
    for (const row of catalogueRows()) {
      terminal.out(
        values.json === true
          ? `${JSON.stringify(row)}\n`
          : `${row.id}（${severityName[row.severity]}）\n  ${row.summary}\n  依据：${row.basis}\n`,
      )
    }
    return Promise.resolve(0)
  },
}
