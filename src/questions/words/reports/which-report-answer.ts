import { agencyNames, resolveAgency } from '../../../roster/agency-names.ts'
import { isBareName, saysItsPlace } from '../../../roster/bare-name.ts'
import type { Roster } from '../../../roster/roster.ts'
import { normaliseQuestion } from '../text/normalise.ts'
import { yearAt, type YearWord } from '../years/years.ts'

/** What somebody said when asked whose report a file is, and for which year. */
export type WhichReportAnswer =
  | { readonly kind: 'yes' }
  | { readonly kind: 'no' }
  | { readonly kind: 'cancel' }
  /** As said; null: not said. At least one of them is there. */
  | { readonly kind: 'named'; readonly agency: string | null; readonly year: number | null }

const plainAnswers: readonly { readonly kind: 'yes' | 'no' | 'cancel'; readonly words: RegExp }[] = [
  {
    kind: 'yes',
    words: /^(?:是|是的|对|对的|没错|确认|嗯|嗯嗯|好|好的|可以|ok|yes|就是|正确)(?:的|啊|吧|呀)?$/u,
  },
  { kind: 'no', words: /^(?:不是|不对|不|错了|否|no)(?:的|啊)?$/u },
  {
    kind: 'cancel',
    words: /^(?:算了|不用了|不用|取消|不存了|不收存|不用收存|不用存了|不要了|放弃)(?:吧|了)?$/u,
  },
]
/** Words before and after a name or a year that add nothing. */
const before = /^(?:这|那|应该|就|是|份|为|和|与)+/u
const after = /(?:(?:政府信息公开)?(?:工作)?(?:年度报告|年报|报告)|的|和|与)$/u
const agencyEnding =
  /^[\p{Script=Han}]{2,30}(?:局|委|办|办公室|委员会|中心|街道|办事处|镇|乡|政府|厅|院|会|公司|分局)$/u
/** Never in an agency's name. */
const chatter = /[你他她它这哪吗呢吧呀们去在没不谁么]/u

/**
 * Reads the answer to “which report is it?”; null for anything else, which is then nobody's answer: a question, a
 * greeting, a new wish.
 */
export function whichReportAnswer(text: string, roster: Roster, thisYear: number): WhichReportAnswer | null {
  const said = normaliseQuestion(text).replaceAll(/^,+|,+$/gu, '')
  const plain = plainAnswers.find(({ words }) => words.test(said))
  if (plain !== undefined) return { kind: plain.kind }
  const { words, rest } = withoutYears(said)
  const year = yearOf(words, thisYear)
  const answer = named(trimmed(rest), year, roster)
  // 今年 may be the year reported on or the year of publishing, and two years are one too many: asked again.
  const isVague =
    words.some((word) => word.is !== 'year' && word.is !== 'yearsBack') || (words.length > 0 && year === null)
  return isVague && (answer !== null || trimmed(rest) === '') ? { kind: 'no' } : answer
}

/** The one year that the words name. */
function yearOf(words: readonly YearWord[], thisYear: number): number | null {
  const years = words.map((word) => {
    if (word.is === 'year') return word.short && word.year > thisYear ? null : word.year
    return word.is === 'yearsBack' ? thisYear - word.back : null
  })
  const [year, ...others] = [...new Set(years)]
  return year === undefined || others.length > 0 ? null : year
}

function named(name: string, year: number | null, roster: Roster): WhichReportAnswer | null {
  if (name === '') return year === null ? null : { kind: 'named', agency: null, year }
  const known = resolveAgency(name, agencyNames(roster.agencies, roster.district)).kind !== 'none'
  return known || mayBeAgency(name, roster) ? { kind: 'named', agency: name, year } : null
}

/** 今天去邮局 ends like an agency and is none. Without a roster only the words can tell. */
function mayBeAgency(name: string, roster: Roster): boolean {
  if (!agencyEnding.test(name) || chatter.test(name)) return false
  return roster.agencies.length > 0 || isBareName(name) || saysItsPlace(name)
}

function withoutYears(said: string): { readonly words: readonly YearWord[]; readonly rest: string } {
  const words: YearWord[] = []
  let rest = ''
  for (let at = 0; at < said.length;) {
    const found = yearAt(said, at)
    if (found === null) rest += said.charAt(at)
    else if (found.word.is !== 'wholeYear') words.push(found.word)
    at += found?.length ?? 1
  }
  return { words, rest }
}

function trimmed(rest: string): string {
  const bare = rest.replaceAll(/[,.、-]/gu, '').replace(before, '')
  const shorter = bare.replace(after, '')
  return shorter === bare ? bare : trimmed(shorter)
}
