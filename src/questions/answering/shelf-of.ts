import { z } from 'zod'
import { GongkaiError } from '../../errors.ts'
import { excerptOf } from '../../report/report-excerpt.ts'
import type { CheckedReport, Finding } from '../../report/report.ts'
import {
  disclosureRows,
  documentColumns,
  documentRows,
  requestColumns,
  requestRows,
  reviewGroups,
  reviewResults,
} from '../../report/statutory-tables.ts'
import type { Holding, ReportShelf, StoredReport } from '../../report/stored-report.ts'

/**
 * A shelf of the reports of a file (`gongkai ask --data`): `value` is the parsed file, an array in the shape of
 * report-json. Of two for one agency and year the later one counts; a report without agency or year cannot be asked
 * about and is left out. Throws GongkaiError `usage` naming the entry that is no report.
 */
export function shelfOf(value: unknown): ReportShelf {
  const reports = parseReports(value)
  const newest = new Map<string, StoredReport>()
  reports.forEach((report, index) => {
    const { agency, year } = report
    if (agency === null || year === null) return
    const key = `${agency} ${year}`
    newest.set(key, storedAs(report, agency, year, (newest.get(key)?.version ?? 0) + 1, index))
  })
  const stored = [...newest.values()]
  return {
    find: (agencies, years, wanted) =>
      Promise.resolve(
        stored
          .filter(({ agency, year }) => agencies.includes(agency) && years.includes(year))
          .map((report) => excerptOf(report, wanted)),
      ),
    newest: (agency, year) => Promise.resolve(newest.get(`${agency} ${year}`) ?? null),
    holdings: (agencies) =>
      Promise.resolve(holdingsOf(stored.filter(({ agency }) => agencies?.includes(agency) !== false))),
    newestYear: (agencies, before) =>
      Promise.resolve(
        newestOf(
          stored.filter(({ agency }) => agencies.includes(agency)),
          before,
        ),
      ),
    // Nobody knows when the reports of a file came.
    arrivals: () => Promise.resolve([]),
  }
}

function holdingsOf(stored: readonly StoredReport[]): readonly Holding[] {
  const years = new Map<string, number[]>()
  for (const { agency, year } of stored) years.set(agency, [...(years.get(agency) ?? []), year])
  return [...years].map(([agency, of]) => ({ agency, years: of.toSorted((a, b) => a - b) }))
}

function newestOf(stored: readonly StoredReport[], before: number): number | null {
  const years = stored.map(({ year }) => year).filter((year) => year < before)
  return years.length === 0 ? null : Math.max(...years)
}

const figure = z.number().nullable().default(null)

/** An object of figures; what the file leaves out is null. */
function figures<Key extends string>(keys: readonly { readonly key: Key }[]) {
  const shape = Object.fromEntries(keys.map(({ key }) => [key, figure])) as Record<Key, typeof figure>
  return z.object(shape)
}

/** An object of such objects. */
function rows<Row extends string, Column extends string>(
  keys: readonly { readonly key: Row }[],
  columns: readonly { readonly key: Column }[],
) {
  const cells = z.preprocess((value) => value ?? {}, figures(columns))
  return z.object(Object.fromEntries(keys.map(({ key }) => [key, cells])) as Record<Row, typeof cells>)
}

const source = z.enum(['table', 'text', 'image', 'missing'])
const finding = z.object({
  rule: z.string(),
  severity: z.enum(['error', 'warning', 'info']),
  message: z.string(),
  where: z.string().default(''),
  evidence: z.array(z.string()).default([]),
})

const reportSchema = z.object({
  agency: z.string().nullable(),
  year: z.number().int().nullable(),
  format: z.enum(['2021-30', '2019-60']).nullable().default(null),
  period: z.object({ from: z.string(), to: z.string() }).nullable().default(null),
  sections: z
    .array(
      z.object({ number: z.literal([1, 2, 3, 4, 5, 6]), heading: z.string(), text: z.string().default('') }),
    )
    .default([]),
  tables: z.object({
    proactiveDisclosure: rows(documentRows, documentColumns).extend(figures(disclosureRows).shape).nullable(),
    requests: rows(requestRows, requestColumns).nullable(),
    review: rows(reviewGroups, reviewResults).nullable(),
  }),
  tableSources: z.object({ proactiveDisclosure: source, requests: source, review: source }),
  findings: z.array(finding).default([]),
  verdict: z.enum(['pass', 'warn', 'fail']).optional(),
})

function parseReports(value: unknown): readonly CheckedReport[] {
  const entries = z.array(z.unknown()).safeParse(value)
  if (!entries.success)
    throw new GongkaiError('usage', '--data 的文件应是由报告 JSON 组成的数组，请检查文件内容')
  return entries.data.map((entry, index) => {
    const parsed = reportSchema.safeParse(entry)
    if (!parsed.success) {
      const at = parsed.error.issues[0]?.path.join('.') ?? ''
      throw new GongkaiError('usage', `--data 的第 ${index + 1} 项不是报告 JSON（${at} 不符合格式），请检查`)
    }
    const findings: readonly Finding[] = parsed.data.findings.map((one) => ({ ...one, cells: [] }))
    return { ...parsed.data, findings, verdict: parsed.data.verdict ?? verdictOf(findings) }
  })
}

function verdictOf(findings: readonly Finding[]): CheckedReport['verdict'] {
  if (findings.some(({ severity }) => severity === 'error')) return 'fail'
  return findings.some(({ severity }) => severity === 'warning') ? 'warn' : 'pass'
}

function storedAs(
  report: CheckedReport,
  agency: string,
  year: number,
  version: number,
  index: number,
): StoredReport {
  const cause = `data#${index + 1}`
  return {
    id: cause,
    agency,
    year,
    version,
    report,
    cellNotes: {},
    file: { sha256: '', name: '', size: 0 },
    sender: { platform: 'cli', userId: '', name: '', conversationId: '' },
    receivedAt: new Date(0),
    readerVersion: '',
    cause,
  }
}
