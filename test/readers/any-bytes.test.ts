import { readFile } from 'node:fs/promises'

import { expect, test } from '@jest/globals'
import fc from 'fast-check'

import { UnreadableFileError } from '../../src/errors.ts'
import { readDocument } from '../../src/readers/index.ts'
import { docxParts, paragraph, picture, table, zipDocx } from '../docx-builder.ts'

/** Reads or is refused: anything else is a crash. */
async function readsOrRefuses(bytes: Uint8Array): Promise<void> {
  try {
    const { document } = await readDocument(bytes, '报告.docx')
    expect(Array.isArray(document.blocks)).toBe(true)
  } catch (error) {
    if (!(error instanceof UnreadableFileError)) throw error
  }
}

const seed = 20_240_331

test('random bytes are read or refused', async () => {
  const heads = [
    '',
    'PK\x03\x04',
    'PK\x05\x06',
    '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1',
    '%PDF',
    '\xff\xfe',
    '<?xml',
  ]
  const bytes = fc
    .tuple(fc.constantFrom(...heads), fc.uint8Array({ maxLength: 2_000 }))
    .map(([head, tail]) => Buffer.concat([Buffer.from(head, 'latin1'), tail]))
  await fc.assert(fc.asyncProperty(bytes, readsOrRefuses), { seed, numRuns: 500 })
})

const change = fc.record({
  /** Where, as a share of the whole. */
  at: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
  length: fc.integer({ min: 0, max: 40 }),
  bytes: fc.uint8Array({ maxLength: 40 }),
})

function damage(whole: Uint8Array, changes: readonly { at: number; length: number; bytes: Uint8Array }[]) {
  return changes.reduce<Uint8Array>((bytes, { at, length, bytes: replacement }) => {
    const start = Math.floor(at * bytes.length)
    return Buffer.concat([bytes.subarray(0, start), replacement, bytes.subarray(start + length)])
  }, whole)
}

test('a docx with damage anywhere is read or refused', async () => {
  const name = '001-gaoxinqu-kechuang-2024-autonumber.docx'
  const whole = await readFile(new URL(`../fixtures/reports/samples/${name}`, import.meta.url))
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) =>
      readsOrRefuses(damage(whole, changes)),
    ),
    { seed, numRuns: 150 },
  )
})

test('a docx with damage inside its XML is read or refused', async () => {
  const parts = docxParts({
    body: [
      paragraph('情况', { numbering: { id: 1 }, style: 'Heading1' }),
      table([
        ['甲', 1],
        [paragraphCell(), 2],
      ]),
    ],
    numberings: [{ id: 1, levels: [{ format: 'chineseCounting', text: '%1、' }] }],
  })
  const names = Object.keys(parts).filter((name) => /\.(xml|rels)$/.test(name))
  const scenario = fc.record({
    name: fc.constantFrom(...names),
    changes: fc.array(change, { minLength: 1, maxLength: 3 }),
    /** Keep the XML well-formed by swapping element names and values instead of bytes. */
    swap: fc.option(fc.tuple(fc.constantFrom(...vocabulary), fc.constantFrom(...vocabulary))),
  })
  await fc.assert(
    fc.asyncProperty(scenario, ({ name, changes, swap }) => {
      const part = parts[name] ?? new Uint8Array(0)
      const text = Buffer.from(part).toString()
      const changed = swap === null ? damage(part, changes) : Buffer.from(text.replaceAll(swap[0], swap[1]))
      return readsOrRefuses(zipDocx({ ...parts, [name]: changed }))
    }),
    { seed, numRuns: 400 },
  )
})

function paragraphCell() {
  return { content: [paragraph([picture('a.png'), '乙'])] }
}

const vocabulary = [
  'w:p',
  'w:r',
  'w:t',
  'w:tbl',
  'w:tr',
  'w:tc',
  'w:pPr',
  'w:rPr',
  'w:body',
  'w:txbxContent',
  'w:numId',
  'w:ilvl',
  'w:lvl',
  'w:num',
  'w:abstractNum',
  'w:style',
  'w:basedOn',
  'w:drawing',
  'a:blip',
  '"1"',
  '"0"',
  '"-1"',
  '"999999999"',
  'Id',
  'Target',
  'Type',
]
