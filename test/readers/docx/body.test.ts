import { describe, expect, test } from '@jest/globals'

import {
  cell,
  control,
  field,
  paragraph,
  picture,
  run,
  table,
  textBox,
  tracked,
  wrapped,
  xml,
  type DocxBlock,
  type DocxInline,
} from '../../docx-builder.ts'
import { readBuilt } from '../outline.ts'

describe('a paragraph reads as it prints', () => {
  test.each<[name: string, content: readonly DocxInline[], printed: string]>([
    ['runs are joined', ['本年', run('新收'), '数量'], '本年新收数量'],
    ['tabs and line breaks are kept', ['甲\t乙\n丙'], '甲\t乙\n丙'],
    ['insertions count, deletions do not', ['共', tracked('del', '3'), tracked('ins', '5'), '件'], '共5件'],
    [
      'moves count where they arrive',
      [tracked('moveFrom', '旧处'), '、', tracked('moveTo', '新处')],
      '、新处',
    ],
    ['a deletion inside an insertion', [tracked('ins', '甲', tracked('del', '乙'), '丙')], '甲丙'],
    ['hidden text is left out', ['明', run('暗', { hidden: true }), '明'], '明明'],
    ['hidden by a character style', ['明', run('暗', { style: 'Hidden' })], '明'],
    [
      'shown in spite of its character style',
      [run('明', { style: 'Hidden', properties: '<w:vanish w:val="0"/>' })],
      '明',
    ],
    ['hyperlinks', [wrapped('hyperlink', '链接')], '链接'],
    ['smart tags', [wrapped('smartTag', '2023年')], '2023年'],
    ['simple fields', [wrapped('fldSimple', '2024')], '2024'],
    ['inline content controls', [wrapped('sdt', '控件')], '控件'],
    ['custom XML', [wrapped('customXml', '数据')], '数据'],
    ['a field prints its result only', [field(' = SUM(ABOVE) ', '12'), '件'], '12件'],
    [
      'a field inside an instruction does not print',
      [
        xml('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>IF </w:instrText></w:r>'),
        field(' MERGEFIELD a ', '内'),
        xml('<w:r><w:fldChar w:fldCharType="separate"/></w:r>'),
        '外',
        xml('<w:r><w:fldChar w:fldCharType="end"/></w:r>'),
      ],
      '外',
    ],
    [
      'hyphens that do not break',
      [xml('<w:r><w:t>0537</w:t><w:noBreakHyphen/><w:t>3255911</w:t></w:r>')],
      '0537-3255911',
    ],
    [
      'soft hyphens do not show',
      [xml('<w:r><w:t>公</w:t><w:softHyphen/><w:t>开\u00ad\u200b</w:t></w:r>')],
      '公开',
    ],
    ['carriage returns', [xml('<w:r><w:t>甲</w:t><w:cr/><w:t>乙</w:t></w:r>')], '甲\n乙'],
    ['a page break before the text', [xml('<w:r><w:br w:type="page"/><w:t>二、</w:t></w:r>')], '二、'],
    ['symbols of Wingdings', [xml('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>'), '是'], '☑是'],
    ['symbols given in Unicode', [xml('<w:r><w:sym w:font="宋体" w:char="2460"/></w:r>')], '①'],
    [
      'spaces at the ends only where they are kept',
      [xml('<w:r><w:t> 甲 </w:t><w:t xml:space="preserve"> 乙 </w:t></w:r>')],
      '甲 乙 ',
    ],
    [
      'phonetic guides are left out',
      [
        xml(
          '<w:r><w:ruby><w:rt><w:r><w:t>yan</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>兖</w:t></w:r></w:rubyBase></w:ruby></w:r>',
        ),
      ],
      '兖',
    ],
    [
      'formulas',
      [
        xml(
          '<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r><m:t>1+1</m:t></m:r></m:oMath>',
        ),
      ],
      '1+1',
    ],
    [
      'changed properties are properties',
      [
        xml(
          '<w:r><w:rPr><w:b/><w:rPrChange w:id="1"><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr><w:t>明</w:t></w:r>',
        ),
      ],
      '明',
    ],
    ['references to notes', ['文', xml('<w:r><w:footnoteReference w:id="1"/></w:r>')], '文'],
    [
      'character references',
      [xml('<w:r><w:t>&lt;&#26412;&#x5E74;&gt; &amp; <![CDATA[<数>]]></w:t></w:r>')],
      '<本年> & <数>',
    ],
  ])('%s', async (_name, content, printed) => {
    const styles = [{ id: 'Hidden', name: '隐藏', type: 'character', hidden: true }] as const
    expect(await readBuilt([paragraph(content)], { styles })).toEqual([printed])
  })
})

describe('paragraphs and tables', () => {
  const hidden = { id: 'HiddenText', name: '隐藏正文', hidden: true }

  test.each<[name: string, body: readonly DocxBlock[], printed: readonly string[]]>([
    ['content controls are looked through', [control('甲', table([['乙']])), '丙'], ['甲', '乙', '丙']],
    ['empty paragraphs are kept', ['甲', '', '乙'], ['甲', '', '乙']],
    [
      'a deleted mark joins two paragraphs',
      [paragraph('政府信息', { mark: 'del' }), '公开'],
      ['政府信息公开'],
    ],
    ['a deleted paragraph is gone', [paragraph(tracked('del', '旧'), { mark: 'del' }), '新'], ['新']],
    ['an inserted mark parts them', [paragraph('甲', { mark: 'ins' }), '乙'], ['甲', '乙']],
    [
      'a deleted mark before a table changes nothing',
      [paragraph('甲', { mark: 'del' }), table([['乙']])],
      ['甲', '乙'],
    ],
    ['a deleted mark at the end changes nothing', [paragraph('甲', { mark: 'del' })], ['甲']],
    [
      'hidden paragraphs are gone',
      [paragraph(run('暗', { hidden: true }), { hiddenMark: true }), '明'],
      ['明'],
    ],
    ['hidden by the paragraph style', [paragraph('暗', { style: 'HiddenText' }), '明'], ['', '明']],
    [
      'a style separator keeps the style of the heading',
      [
        paragraph('一、情况', { style: 'Heading1', properties: '<w:rPr><w:vanish/><w:specVanish/></w:rPr>' }),
        paragraph('正文', { style: 'Title' }),
      ],
      ['heading: 一、情况正文'],
    ],
    [
      'an instruction without an end swallows nothing more',
      [paragraph(xml('<w:r><w:fldChar w:fldCharType="begin"/><w:t>字</w:t></w:r>')), '下文'],
      ['', '下文'],
    ],
    [
      'deleted rows are gone',
      [table([['甲', '1'], { cells: [cell('旧'), cell('2')], change: 'del' }, ['乙', '3']])],
      ['甲|1', '乙|3'],
    ],
    ['inserted rows count', [table([['甲'], { cells: [cell('新')], change: 'ins' }])], ['甲', '新']],
    ['a table of deleted rows is none', [table([{ cells: [cell('旧')], change: 'del' }]), '文'], ['文']],
    ['deleted cells are gone', [table([[cell('旧', { change: 'del' }), '1', '2']])], ['1|2']],
    [
      'hidden rows are gone',
      [
        table([
          ['甲'],
          { cells: [cell([paragraph(run('暗', { hidden: true }), { hiddenMark: true })])], hidden: true },
          { cells: [cell('明')], hidden: true },
        ]),
      ],
      ['甲', '明'],
    ],
  ])('%s', async (_name, body, printed) => {
    expect(await readBuilt(body, { styles: [hidden] })).toEqual(printed)
  })
})

describe('cells', () => {
  test.each<[name: string, content: readonly DocxBlock[], text: string]>([
    ['paragraphs and line breaks are line ends', ['商业\n企业', '（家）'], '商业\n企业\n（家）'],
    ['an empty paragraph before the number', ['', '0'], '\n0'],
    ['a nested table is not in the text', ['外', table([['内']])], '外\n'],
    ['text boxes are', [paragraph(textBox(['1']))], '1'],
  ])('%s', async (_name, content, text) => {
    expect(await readBuilt([table([[cell(content), '末']])])).toEqual([`${text}|末`])
  })
})

describe('text boxes', () => {
  test.each(['both', 'drawing', 'vml'] as const)('drawn as %s they are read once', async (drawnAs) => {
    const body = [paragraph(textBox(['2023年政府信息公开', '工作年度报告'], drawnAs)), '正文']
    expect(await readBuilt(body)).toEqual(['2023年政府信息公开', '工作年度报告', '正文'])
  })

  test('stand before their paragraph, or after it where text precedes the anchor', async () => {
    const body = [paragraph([textBox(['框一']), '甲']), paragraph(['乙', textBox(['框二'])])]
    expect(await readBuilt(body)).toEqual(['框一', '甲', '乙', '框二'])
  })

  test('may hold a table and another text box', async () => {
    const body = [paragraph(textBox([table([['甲', '1']]), paragraph(textBox(['内'], 'drawing'))]))]
    expect(await readBuilt(body)).toEqual(['甲|1', '内'])
  })

  test('are left out where their run is hidden or deleted', async () => {
    const inner = textBox(['框'], 'drawing')
    const hidden = xml(
      '<w:r><w:rPr><w:vanish/></w:rPr><w:pict><v:shape><v:textbox><w:txbxContent><w:p><w:r><w:t>暗</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>',
    )
    expect(await readBuilt([paragraph([hidden, tracked('del', inner), '文'])])).toEqual(['文'])
  })

  test('WordArt prints the words of its shape', async () => {
    const art = xml(
      '<w:r><w:pict><v:shape style="width:300pt;height:40pt"><v:textpath string="年度报告"/></v:shape></w:pict></w:r>',
    )
    expect(await readBuilt([paragraph([art, '正文'])])).toEqual(['年度报告', '正文'])
  })

  test('the fallback is read where the first choice holds nothing that is known', async () => {
    const alternative = xml(
      '<w:r><mc:AlternateContent><mc:Choice Requires="new"><x:new xmlns:x="urn:x"/></mc:Choice>' +
        '<mc:Fallback><w:t>旧写法</w:t></mc:Fallback></mc:AlternateContent></w:r>',
    )
    expect(await readBuilt([paragraph(alternative)])).toEqual(['旧写法'])
  })
})

describe('pictures', () => {
  test.each<[name: string, content: readonly DocxInline[], printed: readonly string[]]>([
    [
      'alone in their paragraph',
      [picture('a.png', { width: 420, height: 161.5 })],
      ['[word/media/a.png 420x161.5]'],
    ],
    [
      'in VML',
      [picture('a.png', { width: 420, height: 161.5, drawnAs: 'vml' })],
      ['[word/media/a.png 420x161.5]'],
    ],
    [
      'written twice count once',
      [picture('a.png', { width: 10, height: 5, drawnAs: 'both' })],
      ['[word/media/a.png 10x5]'],
    ],
    ['without a size', [picture('a.png')], ['[word/media/a.png]']],
    ['before the heading', [picture('a.png'), '四、情况'], ['[word/media/a.png]', '四、情况']],
    ['after the heading', ['四、情况', picture('a.png')], ['四、情况', '[word/media/a.png]']],
    [
      'hidden',
      [
        xml(
          '<w:r><w:drawing><wp:inline><wp:extent cx="1" cy="1"/><wp:docPr id="1" name="x" hidden="1"/><a:blip r:embed="rId1"/></wp:inline></w:drawing></w:r>',
        ),
        '文',
      ],
      ['文'],
    ],
    [
      'charts',
      [
        xml(
          '<w:r><w:drawing><wp:inline><wp:extent cx="127000" cy="127000"/><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="rIdX"/></wp:inline></w:drawing></w:r>',
        ),
      ],
      ['[rIdX 10x10]'],
    ],
    [
      'of embedded objects',
      [
        xml(
          '<w:r><w:object><v:shape style="width:2in;height:25.4mm"><v:imagedata r:id="rIdX"/></v:shape></w:object></w:r>',
        ),
      ],
      ['[rIdX 144x72]'],
    ],
  ])('%s', async (_name, content, printed) => {
    expect(await readBuilt([paragraph(content)])).toEqual(printed)
  })

  test('headers, footers and notes are no part of the body', async () => {
    expect(await readBuilt(['正文'], { header: '页眉' })).toEqual(['正文'])
  })
})
