import { expect, test } from '@jest/globals'

import { paragraph, run, xml, type DocxInline } from '../../docx-builder.ts'
import { readBuilt } from '../outline.ts'

const superscript = '<w:vertAlign w:val="superscript"/>'
const styles = [
  { id: 'Struck', name: '删除', type: 'character', properties: '<w:strike/>' },
  { id: 'StruckToo', name: '删除2', type: 'character', basedOn: 'Struck' },
  { id: 'Note', name: '脚注', type: 'character', properties: superscript },
] as const

test.each<[name: string, content: readonly DocxInline[], printed: string]>([
  ['text crossed out is left out', ['共', run('35', { properties: '<w:strike/>' }), '148件'], '共148件'],
  ['crossed out twice', [run('35', { properties: '<w:dstrike w:val="true"/>' }), '148'], '148'],
  [
    'crossed out once though not twice',
    [run('35', { properties: '<w:strike/><w:dstrike w:val="0"/>' }), '148'],
    '148',
  ],
  ['crossed out by a character style', [run('2022', { style: 'Struck' }), '2023'], '2023'],
  [
    'crossed out by the style it is based on, and not in spite of it',
    [
      run('2022', { style: 'StruckToo' }),
      run('2023', { style: 'Struck', properties: '<w:strike w:val="0"/>' }),
    ],
    '2023',
  ],
  ['the raised number of a note', ['148', run('1', { properties: superscript })], '148'],
  [
    'raised in two runs',
    ['148', run('1', { properties: superscript }), run('2', { properties: superscript })],
    '148',
  ],
  ['raised by a style', ['行政许可', run('1', { style: 'Note' })], '行政许可'],
  [
    'a number that is raised as a whole',
    [run('14', { properties: superscript }), run('8', { style: 'Note' })],
    '148',
  ],
  ['raised behind a unit', ['50m', run('2', { properties: superscript })], '50m²'],
  ['raised words', ['第3', run('th', { properties: superscript })], '第3th'],
  ['a raised number too long for a note', ['5×10', run('148', { properties: superscript })], '5×10¹⁴⁸'],
  ['a lowered digit', ['CO', run('2', { properties: '<w:vertAlign w:val="subscript"/>' })], 'CO₂'],
  [
    'on the line in spite of its style',
    ['14', run('8', { style: 'Note', properties: '<w:vertAlign w:val="baseline"/>' })],
    '148',
  ],
  [
    "a note's own mark",
    ['148', xml('<w:r><w:footnoteReference w:customMarkFollows="1" w:id="2"/><w:t>1</w:t></w:r>'), '件'],
    '148件',
  ],
])('%s', async (_name, content, printed) => {
  expect(await readBuilt([paragraph(content)], { styles })).toEqual([printed])
})
