import { knownWords } from '../../../src/questions/known-words.ts'
import type { ParseContext } from '../../../src/questions/words/turns/reading.ts'
import { agencyKindOf } from '../../../src/report/agency-kind.ts'
import { emptyRoster } from '../../../src/roster/roster.ts'

/** A city with its own bureaus, two districts, two counties and a city of its own kind below it. */
export const cityNames: readonly string[] = [
  ...['云昌市人民政府', '云昌市教育局', '云昌市民政局', '云昌市公安局', '云昌市公安局望湖分局'],
  ...['国家税务总局云昌市税务局', '云昌高新技术产业开发区管理委员会'],
  ...['云昌市望湖区人民政府', '云昌市东岭区人民政府', '临溪县人民政府', '阳和市人民政府'],
  ...['云昌市望湖区教育局', '云昌市望湖区滨江街道办事处', '云昌市望湖区中山路街道办事处'],
  ...['云昌市东岭区古楼街道办事处', '临溪县城关镇人民政府', '临溪县石桥镇人民政府'],
  ...['宁溪县人民政府', '宁溪县城关镇人民政府', '阳和市石桥乡人民政府'],
]

/** Words read in that city, on 12 January 2026, with reports from 2021 to 2025; `more`: who else is there. */
export function cityWords(more: readonly string[] = []): ParseContext {
  const listed = [...cityNames, ...more].map((name) => ({
    ...{ name, aliases: [], kind: agencyKindOf(name), contacts: [] },
    ...{ deadline: null, since: null, until: null },
  }))
  const { agencies, vocabulary, directory, allName } = knownWords(
    { ...emptyRoster, district: '云昌市', agencies: listed },
    [],
  )
  return {
    ...{ vocabulary, directory, audience: { all: agencies, home: null, allName } },
    calendar: { thisYear: 2026, today: '2026-01-12', reportingYear: 2025 },
    heldBy: () => ({ first: 2021, newest: 2025 }),
  }
}
