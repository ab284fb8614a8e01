import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { decodeDocument, encodeDocument } from '../../src/store/stored-document.ts'

const leaf = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  fc.date({ noInvalidDate: true }),
)
const plainData = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    leaf,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(
      fc.string().filter((key) => key !== '$date' && key !== '__proto__'),
      tie('value'),
      { maxKeys: 4, noNullPrototype: true },
    ),
  ),
})).value

test('plain data comes back as it went in', () => {
  fc.assert(
    fc.property(plainData, (value) => {
      expect(decodeDocument(encodeDocument(value))).toStrictEqual(value)
    }),
    { seed: 20_260_105 },
  )
})

test.each([
  ['lone surrogates', 'a\ud800b\udc00'],
  ['a text that looks like a date', '2025-12-31T16:00:00.000Z'],
  ['null beside absent', { a: null }],
  ['dates at any depth', [{ at: new Date(1) }, [new Date(-1)]]],
])('%s', (_name, value) => {
  expect(decodeDocument(encodeDocument(value))).toStrictEqual(value)
})
