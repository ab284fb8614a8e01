/** What a query looks up in data.json, and the caveats due beside it. */
import { readFileSync } from 'node:fs'
import { URL } from 'node:url'
import { figure, tablesOf } from './figures.mjs'

const read = (name) => JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8'))
export const data = read('data.json')
export const roster = read('roster.json').agencies

const groups = {
  all: () => true,
  department: (kind) => kind === 'department',
  subdistrict: (kind) => kind === 'subdistrict',
  township: (kind) => kind === 'township',
  townshipsAndSubdistricts: (kind) => kind === 'subdistrict' || kind === 'township',
}
export const reportOf = (agency, year) => data.find((r) => r.agency === agency && r.year === year)

/** Full names a query is about; the compiled district report is in no group. */
export function namesOf(query) {
  if (query.agency) return [query.agency]
  if (typeof query.agencies !== 'string') return query.agencies
  return roster.filter((a) => !a.compiled && groups[query.agencies](a.kind)).map((a) => a.name)
}
export const yearsOf = (query) => query.years ?? [query.year]
export const metricsOf = (query) => [query.metric].flat()

export function unitOf(metric) {
  if (metric.startsWith('rate.')) return '%'
  return metric.endsWith('.fees') ? '万元' : '件'
}

/** Everything one query looks up, and what the caveats must be for it. */
export function lookUp(query) {
  const cells = []
  for (const agency of namesOf(query)) {
    for (const year of yearsOf(query)) {
      for (const metric of metricsOf(query)) {
        const report = reportOf(agency, year)
        cells.push({ agency, year, metric, report, figure: figure(report, metric) })
      }
    }
  }
  return cells
}
export const known = (cells) => cells.filter((cell) => !cell.figure.no)
export const rated = (cells) => known(cells).filter((cell) => cell.figure.d !== 0)

export function around(query, cells) {
  const used = known(cells)
  const absent = cells.filter((cell) => cell.figure.no === 'no_report')
  const blanks = cells.filter((cell) => ['no_cell', 'no_table'].includes(cell.figure.no))
  const names = namesOf(query)
  const caveats = []
  if (absent.length) caveats.push('missing_reports')
  if (blanks.length) caveats.push('blank_cells')
  if (cells.some((cell) => cell.report?.findings.some((f) => f.severity === 'error')))
    caveats.push('check_failed')
  const pictured = (cell) =>
    tablesOf(cell.metric).some((table) => cell.report.tableSources[table] === 'image')
  if (used.some(pictured)) caveats.push('ocr')
  if (query.guessed) caveats.push('guessed_wording')
  const missing = names.filter((name) => absent.some((cell) => cell.agency === name))
  const missingYears = [...new Set(absent.map((cell) => cell.year))]
  const whole = names.length > 1 ? { missing } : missingYears.length ? { missingYears } : {}
  return { unit: query.unit ?? unitOf(metricsOf(query)[0]), caveats, ...whole }
}
