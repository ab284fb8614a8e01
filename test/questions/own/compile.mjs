import { agencies } from './district.mjs'
import { columns, decisionRows, documentColumns, documentRows, requestRows, reviewGroups } from './tables.mjs'
import { reviewResults } from './tables.mjs'

/**
 * The district government's tables for a year. 2021 and 2022: of its own level only (the offices of the first ten
 * departments). 2023: exactly the stored reports below it. 2024: all agencies, those that have filed nothing too.
 */
export function compile(year, stored, everything) {
  const ownLevel = agencies.slice(1, 11).map((agency) => agency.name)
  const of = (reports) => reports.filter((report) => report.year === year)
  if (year <= 2022) return add(of(stored).filter((report) => ownLevel.includes(report.agency)))
  return add(of(year === 2023 ? stored : everything))
}

function add(reports) {
  const sum = (pick) => reports.reduce((total, report) => total + (pick(report.tables) ?? 0), 0)
  const grid = (rows, cols, table) =>
    Object.fromEntries(
      rows.map((row) => [
        row,
        Object.fromEntries(cols.map((c) => [c, sum((tables) => tables[table]?.[row][c])])),
      ]),
    )
  return {
    proactiveDisclosure: {
      ...grid(documentRows, documentColumns, 'proactiveDisclosure'),
      ...Object.fromEntries(
        decisionRows.map((row) => [
          row,
          Math.round(sum((tables) => tables.proactiveDisclosure?.[row]) * 100) / 100,
        ]),
      ),
    },
    requests: grid(requestRows, columns, 'requests'),
    review: grid(reviewGroups, reviewResults, 'review'),
  }
}
