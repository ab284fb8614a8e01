/**
 * Writes data.json and roster.json: `node test/questions/own/make-data.mjs`. Seeded by agency and year, so the same
 * run gives the same bytes. The balances of the form hold in every report, within a year and from one year to the
 * next, except where quirks.mjs breaks one on purpose.
 */
import { writeFileSync } from 'node:fs'
import process from 'node:process'
import { fileURLToPath, URL } from 'node:url'
import { agencies } from './district.mjs'
import { compile } from './compile.mjs'
import { forwardOf, published, quirks } from './quirks.mjs'
import { applicants, columns, documentRows, requestRows, resultRows, reviewGroups } from './tables.mjs'

function random(seed) {
  let state = [...seed].reduce((hash, char) => Math.imul(hash ^ char.codePointAt(0), 16777619), 2166136261)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
const about = (rnd, n) => Math.round(n * (0.7 + 0.6 * rnd()))

/** Throws n things into the weighted slots. */
function scatter(rnd, n, weights) {
  const sum = Object.values(weights).reduce((a, b) => a + b, 0)
  const counts = Object.fromEntries(Object.keys(weights).map((key) => [key, 0]))
  for (let i = 0; i < n; i++) {
    let at = rnd() * sum
    const key = Object.keys(weights).find((slot) => (at -= weights[slot]) < 0)
    counts[key ?? Object.keys(weights)[0]]++
  }
  return counts
}

const applicantWeights = {
  ...{ naturalPerson: 74, enterprise: 12, researchInstitution: 1, socialOrganization: 2, legalService: 8 },
  otherOrganization: 3,
}
const resultWeights = {
  ...{ granted: 46, partiallyGranted: 10, stateSecret: 0.4, prohibitedByLaw: 2, securityAndStability: 0.6 },
  ...{ thirdPartyRights: 3, internalAffairs: 3, deliberativeProcess: 4, enforcementFile: 3 },
  ...{ administrativeInquiry: 2, notHeld: 13, requiresCreation: 4, stillUnclear: 2, petitionOrComplaint: 4 },
  ...{ repeated: 3, publicationRequested: 0.5, excessiveRequests: 1, confirmationRequested: 1 },
  ...{ correctionOverdue: 2, paymentOverdue: 0.3, otherHandling: 4 },
}

function makeRequests(rnd, agency, year, carriedIn) {
  const table = Object.fromEntries(
    requestRows.map((row) => [row, Object.fromEntries(columns.map((c) => [c, 0]))]),
  )
  const received = scatter(rnd, about(rnd, agency.requests), applicantWeights)
  const forced = forwardOf(agency.tag, year)
  for (const column of applicants) {
    const open = received[column] + carriedIn[column]
    const forward = Math.min(
      open,
      column === 'naturalPerson' ? (forced ?? Math.round(open * rnd() * 0.2)) : 0,
    )
    const results = scatter(rnd, open - forward, resultWeights)
    for (const row of resultRows) table[row][column] = results[row]
    table.received[column] = received[column]
    table.carriedIn[column] = carriedIn[column]
    table.handledTotal[column] = open - forward
    table.carriedForward[column] = forward
  }
  for (const row of requestRows) table[row].total = applicants.reduce((sum, c) => sum + table[row][c], 0)
  return table
}

function makeReview(rnd, agency) {
  const share = { reconsideration: 0.13, litigationDirect: 0.03, litigationAfterReconsideration: 0.04 }
  const weights = { upheld: 60, corrected: 14, other: 14, pending: 12 }
  return Object.fromEntries(
    reviewGroups.map((group) => {
      const total = Math.round(agency.requests * share[group] * (0.4 + 1.2 * rnd()))
      return [group, { ...scatter(rnd, total, weights), total }]
    }),
  )
}

function makeDisclosure(rnd, agency, inForceBefore) {
  const issued = agency.requests > 8 ? Math.floor(rnd() * 3) : 0
  const repealed = Math.min(inForceBefore, agency.requests > 8 ? Math.floor(rnd() * 2.2) : 0)
  return {
    rules: { issued: 0, repealed: 0, inForce: 0 },
    normativeDocuments: { issued, repealed, inForce: inForceBefore + issued - repealed },
    licenses: about(rnd, agency.licenses),
    penalties: about(rnd, agency.penalties),
    coerciveMeasures: about(rnd, agency.coercive),
    fees: Math.round(agency.fees * (0.7 + 0.6 * rnd()) * 100) / 100,
  }
}

/** The trial form has one row for （六）, and knows neither repealed nor in force nor the amount of fees. */
function toTrialForm(tables) {
  const { requests, proactiveDisclosure } = tables
  for (const column of columns) {
    requests.otherHandling[column] += requests.correctionOverdue[column] + requests.paymentOverdue[column]
    requests.correctionOverdue[column] = requests.paymentOverdue[column] = null
  }
  for (const row of documentRows) {
    proactiveDisclosure[row].repealed = proactiveDisclosure[row].inForce = null
  }
  proactiveDisclosure.fees = null
}

function makeReport(agency, year, tables) {
  if (year <= 2020) toTrialForm(tables)
  const report = {
    ...{ agency: agency.name, year, format: year <= 2020 ? '2019-60' : '2021-30' },
    period: { from: `${year}-01-01`, to: `${year}-12-31` },
    sections: [{ number: 1, heading: '一、总体情况', text: published(agency.tag, year) }],
    tables,
    tableSources: { proactiveDisclosure: 'table', requests: 'table', review: 'table' },
    findings: [],
    verdict: 'pass',
  }
  quirks[`${agency.tag} ${year}`]?.(report)
  const severities = report.findings.map((finding) => finding.severity)
  report.verdict = severities.includes('error') ? 'fail' : severities.includes('warning') ? 'warn' : 'pass'
  return report
}

function reportsOf(agency) {
  let carried = Object.fromEntries(columns.map((column) => [column, 0]))
  let inForce = agency.requests > 8 ? (agency.requests % 7) + 3 : 0
  const all = []
  for (const year of [2019, 2020, 2021, 2022, 2023, 2024, ...agency.years.filter((y) => y > 2024)]) {
    const rnd = random(`${agency.name} ${year}`)
    const tables = {
      proactiveDisclosure: makeDisclosure(rnd, agency, inForce),
      requests: makeRequests(rnd, agency, year, carried),
      review: makeReview(rnd, agency),
    }
    carried = { ...tables.requests.carriedForward }
    inForce = tables.proactiveDisclosure.normativeDocuments.inForce
    all.push(makeReport(agency, year, tables))
  }
  return all
}

/** What the two files hold, byte for byte. */
export function files() {
  const everything = agencies.slice(1).flatMap(reportsOf)
  const isStored = (report) => agencies.some((a) => a.name === report.agency && a.years.includes(report.year))
  const below = everything.filter(isStored)
  const government = agencies[0].years.map((year) =>
    makeReport(agencies[0], year, compile(year, below, everything)),
  )
  const lines = [...government, ...below].map((report) => JSON.stringify(report))
  const roster = agencies.map(({ name, kind }) => ({
    ...{ name, kind },
    ...(kind === 'government' && { compiled: true }),
  }))
  return {
    'data.json': `[\n${lines.join(',\n')}\n]\n`,
    'roster.json': `${JSON.stringify({ district: '沂宁市青澜区', agencies: roster }, null, 2)}\n`,
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [name, text] of Object.entries(files())) writeFileSync(new URL(name, import.meta.url), text)
}
