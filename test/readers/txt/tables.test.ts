import { describe, expect, test } from '@jest/globals'
import type { Block } from '../../../src/readers/document.ts'
import { limits, openBudget } from '../../../src/readers/limits.ts'
import { readTxt } from '../../../src/readers/txt.ts'

/** A paragraph by its text, a table by its cells: `row,column text` with `+rows×columns` where it is merged. */
function read(...lines: readonly string[]): readonly (string | readonly string[])[] {
  return readTxt(lines.join('\n'), openBudget()).blocks.map(shown)
}

function shown(block: Block): string | readonly string[] {
  if (block.kind === 'picture') return block.name
  if (block.kind === 'paragraph') return block.text
  return block.cells.map(({ row, column, rowSpan, columnSpan, text }) => {
    const span = rowSpan * columnSpan > 1 ? `+${rowSpan}×${columnSpan}` : ''
    return `${row},${column}${span} ${text}`
  })
}

const isTable = (lines: readonly string[]): boolean =>
  readTxt(lines.join('\n'), openBudget()).blocks.some(({ kind }) => kind === 'table')

describe('comma-separated rows are a table', () => {
  test('with quotes, quotes in quotes, line breaks and commas inside', () => {
    expect(read('前', '"类, 别","a ""b"""', '"行政', '许可","1,234"', '', '后')).toEqual([
      '前',
      ['0,0 类, 别', '0,1 a "b"', '1,0 行政\n许可', '1,1 1,234'],
      '',
      '后',
    ])
  })

  test('merged names of a header of several rows reach over the empty fields behind them', () => {
    expect(read('甲,,乙,', '丙,丁,戊,', '戊,2,3,4')).toEqual([
      [
        ...['0,0+1×2 甲', '0,2+1×2 乙', '1,0 丙', '1,1 丁', '1,2+1×2 戊'],
        ...['2,0 戊', '2,1 2', '2,2 3', '2,3 4'],
      ],
    ])
  })

  test.each<[string, readonly string[]]>([
    ['a blank row', ['信息内容,制发,废止', '规章,,', '规范性文件,1,2']],
    ['placeholders and units', ['信息内容,数量', '行政许可,/', '行政处罚,3件']],
    [
      'rows of unequal length',
      ['第一项,', '信息内容,制发,废止,现行', '规章,1,2,3', '信息内容,数量', '许可,4'],
    ],
  ])('%s', (_, lines) => {
    expect(isTable(lines)).toBe(true)
  })

  test.each<[string, readonly string[]]>([
    ['sentences', ['2023年,我局公开信息12条,收到申请3件。', '其中,予以公开1件,不予公开2件。']],
    ['hard-wrapped sentences', ['2023年,我局公开政府信息1,234条,其中', '规章,3件,规范性文件', '若干,其他']],
    ['thousands in columns aligned by spaces', ['规章  1,234  5  6', '规范性文件  2,345  7  8']],
    ['thousands behind a label', ['行政许可 1,234', '行政处罚 2,345']],
    ['thousands right behind a label', ['行政许可1,234', '行政处罚2,345']],
    ['thousands one to a line', ['1,234', '2,345', '3,456']],
    ['thousands that are no cells', ['信息内容,制发,废止', '规章,1,234,5', '规范性文件,1,2']],
    ['tabs', ['信息内容\t制发,废止', '规章\t1,2']],
    ['pipes', ['|信息内容|制发,废止|', '|规章|1,2|']],
    ['a quote that is never closed', ['"信息内容,制发', '规章,1']],
    ['one row', ['规章,1,2,3']],
  ])('but not %s', (_, lines) => {
    expect(isTable(lines)).toBe(false)
  })

  test('rows that cannot be decided leave the whole text as lines', () => {
    const whole = ['信息内容,制发,废止', '规章,1,2', '规范性文件,3,4']
    expect(isTable(whole)).toBe(true)
    expect(isTable([...whole, '', '信息内容,制发', '许可,1,234'])).toBe(false)
  })
})

describe('drawn tables', () => {
  test('with wrapped and merged cells, Chinese characters two columns wide', () => {
    expect(
      read(
        '┌──────────┬─────────┐',
        '│行政规范性│甲       │',
        '│文件      ├────┬────┤',
        '│          │乙  │    │',
        '├──────────┼────┼────┤',
        '│行政许可  │1   │2   │',
        '└──────────┴────┴────┘',
      ),
    ).toEqual([
      ['0,0+2×1 行政规范性\n文件', '0,1+1×2 甲', '1,1 乙', '1,2 ', '2,0 行政许可', '2,1 1', '2,2 2'],
    ])
  })

  test('of +, - and |, a character a column', () => {
    expect(read('+------+----+', '| 规章   | -1 |', '+======+====+')).toEqual([['0,0 规章', '0,1 -1']])
  })

  test.each<[string, readonly string[]]>([
    ['whose edges do not meet', ['┌──┬──┐', '│甲  │1 │', '└──┴──┘']],
    [
      'with several rows of figures between two rules',
      ['+----+----+', '| 甲 | 12 |', '| 乙 | 34 |', '+----+----+'],
    ],
    [
      'that may hold two rows with blank cells',
      ['+------+----+----+', '| 甲   | 12 |    |', '| 乙   |    | 34 |', '+------+----+----+'],
    ],
    ['cut off from its header', ['| 甲 | 乙 |', '+----+----+', '| 1  | 2  |', '+----+----+']],
    ['without rules', ['│甲│1│', '│乙│2│', '│丙│3│']],
    ['of Markdown', ['| 甲 | 乙 |', '|---|---|', '| 1 | 2 |']],
  ])('but not one %s', (_, lines) => {
    expect(isTable(lines)).toBe(false)
  })

  test('one that cannot be told leaves all as lines', () => {
    const whole = ['┌────┬──┐', '│规章│1 │', '└────┴──┘']
    expect(isTable(whole)).toBe(true)
    expect(isTable([...whole, '', '┌──┬──┐', '│甲    │1 │', '└──┴──┘'])).toBe(false)
  })
})

test('tables beyond what a file may hold stay lines', () => {
  const lines = Array.from({ length: limits.tables + 20 }, () => ['信息内容,数量', '行政许可,1', '']).flat()
  const { blocks } = readTxt(lines.join('\n'), openBudget())
  expect(blocks.filter(({ kind }) => kind === 'table')).toHaveLength(limits.tables)
  expect(blocks.filter(({ kind }) => kind === 'paragraph').length).toBeGreaterThan(40)
})

test('a place is the line of the file', () => {
  const [, table] = readTxt('前\n信息内容,数量\n行政许可,1', openBudget()).blocks
  expect(table?.place).toEqual({ line: 2 })
  expect(table?.kind === 'table' && table.cells.at(-1)?.blocks[0]?.place).toEqual({ line: 3 })
})
