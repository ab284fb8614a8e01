import { expect, test } from '@jest/globals'
import { tablesOf } from '../../../src/report/tables/tables-of.ts'
import { absentCell, aReadReport, blankCell, placeholderCell, unreadCell } from '../../a-read-report.ts'

const { tables } = aReadReport()

test('a table of which nothing is there is null', () => {
  const review = {
    ...tables.review,
    cells: new Map([...tables.review.cells].map(([id]) => [id, absentCell])),
  }
  expect(tablesOf({ ...tables, review }).review).toBeNull()
})

test('a table left blank is there, without numbers', () => {
  const review = { ...tables.review, cells: new Map([...tables.review.cells].map(([id]) => [id, blankCell])) }
  const blank = { upheld: null, corrected: null, other: null, pending: null, total: null }
  expect(tablesOf({ ...tables, review }).review).toEqual({
    reconsideration: blank,
    litigationDirect: blank,
    litigationAfterReconsideration: blank,
  })
})

test('each number goes to its own key, and what is no number is null', () => {
  const ids = [...tables.proactiveDisclosure.cells.keys()]
  const cells = new Map(
    ids.map((id, index) => [
      id,
      { ...blankCell, state: 'number' as const, value: index + 1, text: `${index + 1}` },
    ]),
  )
  const changed = new Map([
    ...cells,
    ['proactiveDisclosure.penalties', unreadCell('约10')] as const,
    ['proactiveDisclosure.rules.issued', placeholderCell] as const,
  ])
  const { proactiveDisclosure } = tablesOf({
    ...tables,
    proactiveDisclosure: { ...tables.proactiveDisclosure, cells: changed },
  })
  const at = (id: (typeof ids)[number]): number => ids.indexOf(id) + 1
  expect(proactiveDisclosure).toEqual({
    rules: {
      issued: null,
      repealed: at('proactiveDisclosure.rules.repealed'),
      inForce: at('proactiveDisclosure.rules.inForce'),
    },
    normativeDocuments: {
      issued: at('proactiveDisclosure.normativeDocuments.issued'),
      repealed: at('proactiveDisclosure.normativeDocuments.repealed'),
      inForce: at('proactiveDisclosure.normativeDocuments.inForce'),
    },
    licenses: at('proactiveDisclosure.licenses'),
    penalties: null,
    coerciveMeasures: at('proactiveDisclosure.coerciveMeasures'),
    fees: at('proactiveDisclosure.fees'),
  })
})

test('a count with decimals is none, fees keep theirs', () => {
  const printed = (value: number) => ({ ...blankCell, state: 'number' as const, value, text: String(value) })
  const cells = new Map([
    ...tables.proactiveDisclosure.cells,
    ['proactiveDisclosure.licenses', printed(1.5)] as const,
    ['proactiveDisclosure.penalties', printed(12)] as const,
    ['proactiveDisclosure.fees', printed(1.5)] as const,
  ])
  const read = tablesOf({ ...tables, proactiveDisclosure: { ...tables.proactiveDisclosure, cells } })
  expect(read.proactiveDisclosure).toMatchObject({ licenses: null, penalties: 12, fees: 1.5 })
})
