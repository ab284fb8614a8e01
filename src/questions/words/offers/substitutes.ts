import type { RefusalDetail } from '../../query/reply.ts'
import { meets, placesOf, stretchesOf, turnsRound } from './quoting.ts'
import type { ReadQuestion } from '../turns/read-question.ts'
import type { ParseContext, Reading, Refusal } from '../turns/reading.ts'
import { reportingYearOf } from '../years/period.ts'
import type { Role, Token } from '../tokens/roles.ts'
import { segment } from '../tokens/segment.ts'

/**
 * The tokens of a question that was understood and has no figure, with what it fails at put in order: the whole year
 * for a month, the newest year for one to come, the counts for a ratio without a denominator, 申请 for 网上申请, a name of
 * this district for another, the course of a stock for its sum. Each list is a question of its own; none where nothing
 * can be put in its place.
 */
export function substitutes(found: ReadQuestion, refusal: Refusal): readonly (readonly Token[])[] {
  if (refusal.kind !== 'none') return []
  const { reading } = found
  const { tokens, context } = reading
  const { reason, detail } = refusal
  if (reason === 'not_annual')
    return withoutStrange(tokens.filter(({ role }) => !withinAYear.includes(role.is)))
  if (reason === 'not_in_tables') return withoutStrange(tokens.flatMap((token) => held(token, context)))
  if (reason === 'not_summable') return [[...tokens.filter(({ role }) => !addingUp.includes(role.is)), trend]]
  if (reason === 'future_year') return inOneYear(reading)
  return detail === null ? [] : byDetail(detail, found)
}

function byDetail(detail: RefusalDetail, found: ReadQuestion): readonly (readonly Token[])[] {
  const { reading } = found
  const { tokens } = reading
  if (detail.kind === 'one_year') return inOneYear(reading)
  if (detail.kind === 'unknown_agency') return ofThisPlace(detail.written, found)
  if (detail.kind !== 'no_denominator') return []
  return detail.offers.map((metric) =>
    replaced(tokens, 'noDenominator', { text: metric, role: { is: 'metric', metric } }),
  )
}

/** 曲阜市教体局, 加急教体局: the one of this place that is called so without what stands before it; 全市: all. */
function ofThisPlace(written: string, found: ReadQuestion): readonly (readonly Token[])[] {
  const { tokens, context, whose } = found.reading
  const all: Token = { text: context.audience.allName, role: { is: 'group', group: 'all', each: false } }
  if (/^全[省市县区旗国]$/u.test(written)) return [replaced(tokens, 'elsewhere', all)]
  const { forms } = context.directory.names
  const ends = Array.from({ length: Math.max(written.length - 2, 0) }, (_, index) => written.slice(index + 1))
  const fits = ends.map((end) => forms.get(end)?.names ?? []).find(({ length }) => length > 0) ?? []
  const [name, ...others] = fits
  if (name === undefined || others.length > 0 || whose.named.length > 0) return []
  const places = placesOf(tokens, found.start)
  const [stretch] = stretchesOf([written], found.reading, found.said, found.start)
  const isWithin = (index: number): boolean => meets(places[index], stretch)
  const agency: Token = { text: name, role: { is: 'agency', names: [name] } }
  return [
    tokens.flatMap((token, index) =>
      token.role.is === 'elsewhere' ? [agency] : isWithin(index) ? [] : [token],
    ),
  ]
}

const addingUp: readonly Role['is'][] = ['sum', 'average', 'plus']
const trend: Token = { text: '趋势', role: { is: 'trend' } }

/** 通过网上提交的申请: words that are not understood either are left out, unless they may turn the sense round. */
function withoutStrange(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const isTurned = tokens.some(({ role, text }) => role.is === 'left' && turnsRound.test(text))
  return isTurned ? [] : [tokens.filter(({ role }) => role.is !== 'left')]
}

const withinAYear: readonly Role['is'][] = ['notAnnual', 'days']

/** 网上提交的申请 → 申请. */
function held(token: Token, { vocabulary }: ParseContext): readonly Token[] {
  if (token.role.is !== 'notHeld') return [token]
  return token.text.endsWith('申请') ? segment('申请', vocabulary) : []
}

function inOneYear({ tokens, context }: Reading): readonly (readonly Token[])[] {
  const newest = reportingYearOf(context.calendar)
  const token: Token = {
    text: `${newest}年`,
    role: { is: 'years', word: { is: 'year', year: newest, short: false } },
  }
  return [replaced(tokens, 'years', token)]
}

/** The first token of a kind is another, and no second is kept. */
function replaced(tokens: readonly Token[], is: Role['is'], by: Token): readonly Token[] {
  const at = tokens.findIndex(({ role }) => role.is === is)
  return tokens.flatMap((token, index) => (token.role.is !== is ? [token] : index === at ? [by] : []))
}
