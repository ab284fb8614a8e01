import type {
  DocxBlock,
  DocxCell,
  DocxInline,
  DocxParagraph,
  DocxParagraphOptions,
  DocxPicture,
  DocxRow,
  DocxTable,
} from './docx-content.ts'

/** Gives the relationship id of a picture's part; docx-builder.ts collects the pictures this way. */
export type PictureRelation = (picture: DocxPicture) => string

/** WordprocessingML of a list of blocks. */
export function blocksXml(blocks: readonly DocxBlock[], relate: PictureRelation): string {
  return blocks.map((block) => blockXml(block, relate)).join('')
}

/** Text as XML character data or attribute value. */
export function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

function blockXml(block: DocxBlock, relate: PictureRelation): string {
  if (typeof block === 'string') return `<w:p>${inlineXml(block, relate)}</w:p>`
  switch (block.kind) {
    case 'paragraph':
      return paragraphXml(block, relate)
    case 'table':
      return tableXml(block, relate)
    case 'control':
      return `<w:sdt><w:sdtPr><w:alias w:val="控件"/></w:sdtPr><w:sdtContent>${blocksXml(block.content, relate)}</w:sdtContent></w:sdt>`
    case 'xml':
      return block.xml
  }
}

function paragraphXml(block: DocxParagraph, relate: PictureRelation): string {
  const content = block.content.map((part) => inlineXml(part, relate)).join('')
  return `<w:p>${paragraphPropertiesXml(block.options)}${content}</w:p>`
}

function paragraphPropertiesXml(options: DocxParagraphOptions): string {
  const mark = options.mark === undefined ? '' : `<w:${options.mark} ${author}/>`
  const hidden = options.hiddenMark === true ? '<w:vanish/>' : ''
  const parts = [
    options.style === undefined ? '' : `<w:pStyle w:val="${options.style}"/>`,
    options.numbering === undefined
      ? ''
      : `<w:numPr><w:ilvl w:val="${options.numbering.level ?? 0}"/><w:numId w:val="${options.numbering.id}"/></w:numPr>`,
    options.outlineLevel === undefined ? '' : `<w:outlineLvl w:val="${options.outlineLevel}"/>`,
    options.properties ?? '',
    mark === '' && hidden === '' ? '' : `<w:rPr>${mark}${hidden}</w:rPr>`,
  ].join('')
  return parts === '' ? '' : `<w:pPr>${parts}</w:pPr>`
}

const author = 'w:id="1" w:author="审核" w:date="2024-01-15T08:00:00Z"'

const wrappers = {
  hyperlink: ['<w:hyperlink w:anchor="_top">', '</w:hyperlink>'],
  smartTag: ['<w:smartTag w:uri="urn:x" w:element="date">', '</w:smartTag>'],
  fldSimple: ['<w:fldSimple w:instr=" DATE ">', '</w:fldSimple>'],
  sdt: ['<w:sdt><w:sdtPr/><w:sdtContent>', '</w:sdtContent></w:sdt>'],
  customXml: ['<w:customXml w:uri="urn:x" w:element="y">', '</w:customXml>'],
} as const

function inlineXml(part: DocxInline, relate: PictureRelation): string {
  if (typeof part === 'string') return runXml(part, '', 't')
  switch (part.kind) {
    case 'run': {
      const style = part.style === undefined ? '' : `<w:rStyle w:val="${part.style}"/>`
      return runXml(
        part.text,
        `${style}${part.hidden === true ? '<w:vanish/>' : ''}${part.properties ?? ''}`,
        't',
      )
    }
    case 'tracked': {
      const deletes = part.change === 'del'
      const content = part.content.map((inner) =>
        deletes && typeof inner === 'string' ? runXml(inner, '', 'delText') : inlineXml(inner, relate),
      )
      return `<w:${part.change} ${author}>${content.join('')}</w:${part.change}>`
    }
    case 'wrapped': {
      const [open, close] = wrappers[part.by]
      return open + part.content.map((inner) => inlineXml(inner, relate)).join('') + close
    }
    case 'field':
      return fieldXml(part.instruction, part.result)
    case 'picture':
      return `<w:r>${pictureXml(part, relate(part))}</w:r>`
    case 'textBox':
      return `<w:r>${textBoxXml(blocksXml(part.content, relate), part.drawnAs)}</w:r>`
    case 'xml':
      return part.xml
  }
}

function runXml(text: string, properties: string, element: 't' | 'delText'): string {
  if (text === '') return ''
  const content = text
    .split(/([\n\t])/)
    .filter((piece) => piece !== '')
    .map((piece) => {
      if (piece === '\n') return '<w:br/>'
      if (piece === '\t') return '<w:tab/>'
      return `<w:${element} xml:space="preserve">${escapeXml(piece)}</w:${element}>`
    })
  return `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}${content.join('')}</w:r>`
}

function fieldXml(instruction: string, result: string): string {
  const char = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`
  return (
    char('begin') +
    `<w:r><w:instrText xml:space="preserve">${escapeXml(instruction)}</w:instrText></w:r>` +
    char('separate') +
    runXml(result, '', 't') +
    char('end')
  )
}

function alternate(drawing: string, vml: string, drawnAs: 'drawing' | 'vml' | 'both'): string {
  if (drawnAs === 'drawing') return drawing
  if (drawnAs === 'vml') return vml
  return (
    `<mc:AlternateContent><mc:Choice Requires="wps">${drawing}</mc:Choice>` +
    `<mc:Fallback>${vml}</mc:Fallback></mc:AlternateContent>`
  )
}

const emuPerPoint = 12_700

function pictureXml(part: DocxPicture, id: string): string {
  const sized = part.width !== undefined && part.height !== undefined
  const extent = sized
    ? `<wp:extent cx="${Math.round((part.width ?? 0) * emuPerPoint)}" cy="${Math.round((part.height ?? 0) * emuPerPoint)}"/>`
    : ''
  const style = sized ? ` style="width:${part.width ?? 0}pt;height:${part.height ?? 0}pt"` : ''
  return alternate(
    `<w:drawing><wp:inline>${extent}<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">` +
      `<pic:pic><pic:blipFill><a:blip r:embed="${id}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>`,
    `<w:pict><v:shape${style}><v:imagedata r:id="${id}" o:title=""/></v:shape></w:pict>`,
    part.drawnAs ?? 'drawing',
  )
}

function textBoxXml(content: string, drawnAs: 'drawing' | 'vml' | 'both'): string {
  return alternate(
    `<w:drawing><wp:anchor><wp:extent cx="5080000" cy="635000"/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">` +
      `<wps:wsp><wps:txbx><w:txbxContent>${content}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>`,
    `<w:pict><v:shape style="width:400pt;height:50pt"><v:textbox><w:txbxContent>${content}</w:txbxContent></v:textbox></v:shape></w:pict>`,
    drawnAs,
  )
}

/** A cell placed on the grid; `continues` rows below it repeat it as a bare `w:vMerge`. */
interface Covering {
  readonly cell: DocxCell
  readonly rowsLeft: number
}

function tableXml(block: DocxTable, relate: PictureRelation): string {
  let covering = new Map<number, Covering>()
  let columns = 0
  const rows = block.rows.map((row) => {
    const written = rowXml(row, covering, relate)
    covering = written.covering
    columns = Math.max(columns, written.columns)
    return written.xml
  })
  const grid = '<w:gridCol w:w="900"/>'.repeat(columns)
  return `<w:tbl><w:tblPr/><w:tblGrid>${grid}</w:tblGrid>${rows.join('')}</w:tbl>`
}

function rowXml(row: DocxRow, above: ReadonlyMap<number, Covering>, relate: PictureRelation) {
  const covering = new Map<number, Covering>()
  let column = row.gridBefore ?? 0
  let xml = ''
  const writeCovered = () => {
    for (let over = above.get(column); over !== undefined; over = above.get(column)) {
      xml += cellXml(over.cell, 'continue', '<w:p/>')
      if (over.rowsLeft > 1) covering.set(column, { cell: over.cell, rowsLeft: over.rowsLeft - 1 })
      column += over.cell.columnSpan ?? 1
    }
  }
  for (const entry of row.cells) {
    writeCovered()
    const rows = entry.rowSpan ?? 1
    xml += cellXml(entry, rows > 1 ? 'restart' : undefined, cellContentXml(entry, relate))
    if (rows > 1) covering.set(column, { cell: entry, rowsLeft: rows - 1 })
    column += entry.columnSpan ?? 1
  }
  writeCovered()
  return {
    xml: `<w:tr>${rowPropertiesXml(row)}${xml}</w:tr>`,
    covering,
    columns: column + (row.gridAfter ?? 0),
  }
}

function rowPropertiesXml(row: DocxRow): string {
  const parts = [
    row.gridBefore === undefined ? '' : `<w:gridBefore w:val="${row.gridBefore}"/>`,
    row.gridAfter === undefined ? '' : `<w:gridAfter w:val="${row.gridAfter}"/>`,
    row.hidden === true ? '<w:hidden/>' : '',
    row.change === undefined ? '' : `<w:${row.change} ${author}/>`,
  ].join('')
  return parts === '' ? '' : `<w:trPr>${parts}</w:trPr>`
}

/** A cell must end with a paragraph, also after a nested table. */
function cellContentXml(entry: DocxCell, relate: PictureRelation): string {
  const last = entry.content.at(-1)
  const endsInTable = last === undefined || (typeof last === 'object' && last.kind === 'table')
  return blocksXml(entry.content, relate) + (endsInTable ? '<w:p/>' : '')
}

function cellXml(entry: DocxCell, merge: 'restart' | 'continue' | undefined, content: string): string {
  const span = entry.columnSpan ?? 1
  const split = entry.horizontalMerge === true && span > 1
  const properties = (first: boolean) =>
    [
      split || span === 1 ? '' : `<w:gridSpan w:val="${span}"/>`,
      split ? `<w:hMerge${first ? ' w:val="restart"' : ''}/>` : '',
      merge === undefined ? '' : `<w:vMerge${merge === 'restart' ? ' w:val="restart"' : ''}/>`,
      entry.change === undefined ? '' : `<w:cell${entry.change === 'ins' ? 'Ins' : 'Del'} ${author}/>`,
    ].join('')
  const one = (first: boolean, inner: string) => `<w:tc><w:tcPr>${properties(first)}</w:tcPr>${inner}</w:tc>`
  return one(true, content) + (split ? one(false, '<w:p/>').repeat(span - 1) : '')
}
