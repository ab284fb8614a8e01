import fc from 'fast-check'
import { expect, test } from '@jest/globals'
import { growingBytes } from '../../src/http/growing-bytes.ts'

test('whatever is added comes out in order, however wrong the hint', () => {
  const chunks = fc.array(fc.uint8Array({ maxLength: 60_000 }), { maxLength: 8 })
  fc.assert(
    fc.property(chunks, fc.nat(1_000_000), (parts, expected) => {
      const bytes = growingBytes(expected, 500_000)
      for (const part of parts) bytes.add(part)
      expect(Buffer.compare(bytes.whole(), Buffer.concat(parts))).toBe(0)
    }),
    { seed: 20260115, numRuns: 50 },
  )
})
