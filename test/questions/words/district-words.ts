import { knownWords } from '../../../src/questions/known-words.ts'
import type { AskedAgency } from '../../../src/questions/query/asked-agency.ts'
import type { ParseContext } from '../../../src/questions/words/turns/reading.ts'
import { agencyKindOf } from '../../../src/report/agency-kind.ts'
import { emptyRoster, type Roster } from '../../../src/roster/roster.ts'

const place = '济宁市兖州区'

/** Names less their place, in roster order. */
export const names = [
  ...['人民政府', '人民政府办公室', '教育和体育局', '科学技术局', '住房和城乡建设局', '综合行政执法局'],
  ...['市场监督管理局', '审计局', '鼓楼街道办事处', '龙桥街道办事处', '新兖镇人民政府', '小孟镇人民政府'],
]

/** A roster of these. */
export const roster: Roster = {
  ...emptyRoster,
  district: place,
  agencies: names.map((rest) => ({
    ...{ name: place + rest, aliases: [], kind: agencyKindOf(place + rest), contacts: [] },
    ...{ deadline: null, since: null, until: null },
  })),
}

/** Words are read on 12 January 2026, with reports from 2021 to 2025, in a district-wide group unless `home` says otherwise. */
export function wordsOf(home: readonly string[] | null = null): ParseContext {
  const { agencies, vocabulary, directory, allName } = knownWords(roster, [])
  return {
    ...{ vocabulary, directory },
    audience: { all: agencies, home: home?.map((rest) => place + rest) ?? null, allName },
    calendar: { thisYear: 2026, today: '2026-01-12', reportingYear: 2025 },
    heldBy: () => ({ first: 2021, newest: 2025 }),
  }
}

/** A name less its place. */
export function short(name: string): string {
  return name.replace(place, '')
}

/** Everybody but the compiling government. */
export const everybody: readonly AskedAgency[] = knownWords(roster, []).agencies.filter(
  ({ kind }) => kind !== 'government',
)
