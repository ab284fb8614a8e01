import { describe, expect, test } from '@jest/globals'

import { UnreadableFileError } from '../../src/errors.ts'
import { readDocument } from '../../src/readers/index.ts'
import { buildDocx, docxParts, xml, zipDocx } from '../docx-builder.ts'

function ofBody(text: string): Uint8Array {
  return buildDocx({ body: [xml(text)] })
}

const field = (type: string) => `<w:fldChar w:fldCharType="${type}"/>`

/** Within every limit of size, but slow for a reader that looks at the same thing again and again. */
const shapes: Readonly<Record<string, () => Uint8Array>> = {
  'many comments before text that is no markup': () => Buffer.from(`${'<!---->'.repeat(580)}文`),
  'header lines without an end': () => Buffer.from(`${'a:\n '.repeat(1_000)}文`),
  'many picture marks in one line': () => Buffer.from(`${'[image: a]'.repeat(150_000)}文`),
  'picture marks that never close': () => Buffer.from('[image: '.repeat(500_000)),
  'spaces inside a text that keeps none': () =>
    ofBody(`<w:p><w:r><w:t>甲${' '.repeat(4_000_000)}乙</w:t></w:r></w:p>`),
  'spaces before many pictures': () =>
    ofBody(
      `<w:p><w:r><w:t xml:space="preserve">${' '.repeat(1_000_000)}</w:t>${'<a:blip r:embed="x"/>'.repeat(100_000)}</w:r></w:p>`,
    ),
  'many open fields': () =>
    ofBody(
      `<w:p><w:r>${(field('begin') + field('separate')).repeat(150_000)}${'<w:t>字</w:t>'.repeat(150_000)}</w:r></w:p>`,
    ),
  'a text box of many paragraphs': () =>
    ofBody(
      `<w:p><w:r><w:pict><w:txbxContent>${'<w:p/>'.repeat(190_000)}</w:txbxContent></w:pict></w:r></w:p>`,
    ),
  'a cell of many paragraphs outside a row': () => ofBody(`<w:tc>${'<w:p/>'.repeat(190_000)}</w:tc>`),
  'namespaces that change with every element': () =>
    ofBody(
      `<w:sdt ${Array.from({ length: 400 }, (_, index) => `xmlns:n${index}="urn:${index}"`).join(' ')}>` +
        `${'<w:x xmlns:w="urn:w" w:val="1"/>'.repeat(400_000)}</w:sdt>`,
    ),
  'styles that are based on each other': () => {
    const parts = docxParts({
      body: [xml('<w:p><w:pPr><w:pStyle w:val="s1"/></w:pPr></w:p>'.repeat(50_000))],
    })
    const styles = Array.from(
      { length: 50_000 },
      (_, index) => `<w:style w:styleId="s${index}"><w:basedOn w:val="s${(index + 1) % 50_000}"/></w:style>`,
    )
    return zipDocx({ ...parts, 'word/styles.xml': Buffer.from(`<w:styles>${styles.join('')}</w:styles>`) })
  },
  'lists of countless levels': () => {
    const body = '<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:p>'.repeat(50_000)
    const levels = Array.from({ length: 100_000 }, (_, index) => `<w:lvl w:ilvl="${index}"/>`).join('')
    const numbering = `<w:numbering><w:abstractNum w:abstractNumId="1">${levels}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>`
    return zipDocx({ ...docxParts({ body: [xml(body)] }), 'word/numbering.xml': Buffer.from(numbering) })
  },
}

/** Who looks twice at each of these takes minutes. */
const aLongTime = 60_000

describe('shapes that invite looking twice are read or refused in linear time', () => {
  test.each(Object.entries(shapes))(
    '%s',
    async (_name, build) => {
      const outcome: unknown = await readDocument(build(), '报告').catch((error: unknown) => error)
      if (!(outcome instanceof UnreadableFileError)) expect(outcome).toHaveProperty('document.blocks')
    },
    aLongTime,
  )
})
