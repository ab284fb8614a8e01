import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { readBlocks } from '../../../src/platforms/dialect/blocks.ts'
import { escapeText } from '../../../src/platforms/dialect/escape-text.ts'

test('read back it is the text, on one line', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), (text) => {
      const line = text.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim()
      fc.pre(line !== '')
      expect(readBlocks(`前${escapeText(text)}后`)).toEqual([
        { kind: 'paragraph', lines: [[{ kind: 'text', text: `前${line}后` }]] },
      ])
    }),
    { seed: 20240108, numRuns: 500 },
  )
})
