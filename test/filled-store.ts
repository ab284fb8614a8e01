import { openStore } from '../src/store/index.ts'
import type { ReportWords } from './handlers/checked-report.ts'
import { checkedReport } from './handlers/checked-report.ts'

/** Fills the embedded store of a folder with reports of a few words each, before a program is started on it. */
export async function fillStore(dataDir: string, reports: readonly ReportWords[]): Promise<void> {
  const store = await openStore({ dataDir, mode: 'write' })
  try {
    for (const words of reports) {
      const report = checkedReport(words)
      const { agency, year } = report
      if (agency === null || year === null) throw new Error('a report without a name or a year')
      const id = `${agency} ${year}`
      await store.saveReport({
        ...{ id, agency, year, report, cellNotes: {}, readerVersion: '1', cause: id },
        file: { sha256: '', name: '年报.docx', size: 1 },
        sender: { platform: 'cli', userId: '', name: '', conversationId: '' },
        receivedAt: new Date(`${year + 1}-01-15T02:00:00Z`),
      })
    }
  } finally {
    await store.close()
  }
}

/** Reports of one agency over years, ascending. */
export function overYears(agency: string, received: readonly number[], first = 2021): readonly ReportWords[] {
  return received.map((count, at) => ({ agency, year: first + at, totals: { received: count } }))
}
