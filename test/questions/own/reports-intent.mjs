/** Answers about the reports themselves: who has filed, who passed, what was found. */
export function reportsIntent(query, roster, reportOf) {
  const names = query.agency ? [query.agency] : membersOf(query, roster)
  const state = (name) => reportOf(name, query.year)?.verdict ?? 'missing'
  const matching = (wanted) => names.filter((name) => wanted.includes(state(name)))
  switch (query.ask) {
    case 'missing':
      return { answer: matching(['missing']) }
    case 'missingCount':
      return { answer: matching(['missing']).length }
    case 'filed':
      return { answer: matching(['pass', 'warn', 'fail']) }
    case 'filedCount':
      return { answer: matching(['pass', 'warn', 'fail']).length }
    case 'submitted':
      return { answer: state(names[0]) === 'missing' ? 'missing' : 'submitted' }
    case 'verdict':
      return { answer: state(names[0]) }
    case 'withVerdict':
      return { answer: matching(query.verdicts) }
    case 'withVerdictCount':
      return { answer: matching(query.verdicts).length }
    case 'findings':
      return { answer: findingsOf(reportOf(names[0], query.year), query.severities) }
    default:
      throw new Error(`no such question about reports: ${query.ask}`)
  }
}

/** The whole roster, the compiled report included: it is owed like any other. */
function membersOf({ agencies }, roster) {
  if (Array.isArray(agencies)) return agencies
  const kinds = agencies === 'townshipsAndSubdistricts' ? ['township', 'subdistrict'] : [agencies]
  return roster.filter((a) => agencies === 'all' || kinds.includes(a.kind)).map((a) => a.name)
}

const findingsOf = (report, severities) =>
  report.findings.filter((finding) => severities.includes(finding.severity)).map((f) => f.message)
