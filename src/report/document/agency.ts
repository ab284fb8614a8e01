import { isWholeName } from './agency-name.ts'
import { compacted } from '../wording/compact-text.ts'
import type { TextParagraph } from '../read-report.ts'
import { withArabicYears } from './year.ts'

const name = '([\\p{Script=Han}()]{4,40}?)'
const verb =
  '(?:严格|认真|坚持|深入|全面|按照|根据|围绕|高度|紧紧|紧扣|积极|切实|始终|以|在|共|主动|未|持续|贯彻|政府信息公开|信息公开|政务公开|进一步|不断|扎实|通过|立足|结合|落实|学习|加强|将|把|的|收到|公开)'

/** Sentences in which a report names who makes it; `trust` says how far the sentence alone can be believed. */
const sentences: readonly { readonly pattern: RegExp; readonly trust: number; readonly isOffice: boolean }[] =
  [
    {
      pattern: new RegExp(`(?:现将|公布|发布|编制)(?:了)?${name}(?:关于)?20\\d{2}年?度?政府信息公开`, 'gu'),
      trust: 4,
      isOffice: false,
    },
    {
      pattern: new RegExp(`报告由${name}(?=根据|按照|依据|依照|编制|负责|结合|撰写|,)`, 'gu'),
      trust: 3,
      isOffice: true,
    },
    {
      pattern: new RegExp(`(?:^|[,。;:\\n])20\\d{2}年度?,?(?:以来,)?${name}(?=${verb})`, 'gu'),
      trust: 3,
      isOffice: false,
    },
    {
      pattern: new RegExp(`(?:与|向|同|联系|咨询|拨打|致电)${name}(?=联系|咨询|反映|查询|\\()`, 'gu'),
      trust: 1,
      isOffice: true,
    },
  ]

/** A unit inside an organ: the one that answers the telephone, not the one that reports. */
const innerUnit =
  /(?<=局|厅|中心|办事处|[镇乡](?:人民)?政府|管委会|管理委员会)(?:党政|综合|政务|信息|公开|秘书|法规|行政|文秘|办公)*(?:办公室|科|股|处|室|办)$/
const governmentOffice = /政府办(?:公[室厅])?$/

/**
 * The agency of a report whose title names none, by what the report says of itself. A full name only, and only where
 * the text leaves no doubt: the office to call may be another agency's, so it must be named elsewhere too, and a
 * government's own office usually makes the government's report. Null if there is doubt.
 */
export function agencyInText(paragraphs: readonly TextParagraph[]): string | null {
  const texts = paragraphs.map(({ text }) => withArabicYears(compacted(text)))
  const whole = texts.join('\n')
  const trustByName = new Map<string, number>()
  const trust = (found: string, points: number): void => {
    if (isWholeName(found)) trustByName.set(found, Math.max(trustByName.get(found) ?? 0, points))
  }
  for (const { pattern, trust: points, isOffice } of sentences) {
    for (const [, found = ''] of whole.matchAll(pattern)) {
      const agency = found.replace(innerUnit, '')
      if (isOffice && governmentOffice.test(agency)) continue
      trust(agency, points)
    }
  }
  for (const line of texts.slice(-5)) trust(line, 3)
  const likely = [...trustByName]
    .map(([agency, points]) => ({ agency, points: points + (isNamedAgain(agency, whole) ? 1 : 0) }))
    .filter(({ agency, points }) => points >= 2 && fitsItself(agency, whole))
  return clearest(likely)
}

interface Likely {
  readonly agency: string
  readonly points: number
}

/** The one with the most points; null where another one, not merely a shorter form of it, has as many. */
function clearest(likely: readonly Likely[]): string | null {
  const most = Math.max(0, ...likely.map(({ points }) => points))
  const best = likely.filter(({ points }) => points === most).map(({ agency }) => agency)
  const longest = best.reduce((one, other) => (other.length > one.length ? other : one), '')
  return longest !== '' && best.every((agency) => longest.endsWith(agency)) ? longest : null
}

/** Named twice, or once in full and again without its area's name: 山亭区科技局, 区科技局. */
function isNamedAgain(agency: string, whole: string): boolean {
  if (whole.split(agency).length > 2) return true
  const short = /[省市县区州盟旗镇乡][^省市县区州盟旗镇乡]+$/.exec(agency)?.[0]
  return short !== undefined && short.length >= 3 && whole.replaceAll(agency, '').includes(short)
}

/** False where the text calls itself 我局 and the name is no 局. */
function fitsItself(agency: string, whole: string): boolean {
  const own = new Set(
    [...whole.matchAll(/我(局|委|厅|镇|乡|街道|中心|办(?!公|理|事|结|件))/g)].map(([, kind = '']) => kind),
  )
  if (own.size !== 1) return true
  const [kind = ''] = own
  return agency.includes(kind)
}
