import type { Condition } from '../../query/query.ts'
import { numberOf } from '../text/numerals.ts'
import { placedWords } from '../lexicon/placed-words.ts'
import { purposeWords } from '../lexicon/purpose-words.ts'
import type { DayWord, PatternRole, WordRole } from './roles.ts'

/** What is read by a pattern: numbers with what they count, thresholds, places of a ranking, days. */

const number = '(\\d{1,9}(?:\\.\\d{1,2})?|(?<!几)[零〇一二两三四五六七八九十百千]+)'
const unit = '(个百分点|万元|万(?![件条个份起宗项次])|[件条个份起宗项次例场万元%成家])?'
/** Without its unit 上, 到 and 达 before a number say other things. */
const counted = '([件条个份起宗项次例场%成]|万元)'
/** Half of all, said of a share. */
const half = '(?:一半|半数|半)'
const notOne = '(?:连)?[一半](?:件|条|个|份|起|宗|项|次|例|场|笔|回)'
/** What was not received or did not happen; 没办结 and 没公开 name figures of their own. */
const nothing =
  '(?:没|未|没有|从未|从没)(?:再)?(?:有|收|接|发生|被|受(?!理完)|出现|打(?!赢|输)|碰|遇|吃|摊|过|的|,|、|$)'
const small = '(\\d{1,3}|[一二两三四五六七八九十]{1,3})'

/** What agencies are called together, as it stands behind 两个. */
const kinds =
  '(?:[区县市]?[直级])?(?:单位|部门|机关)|区直|县直|市直|乡镇|镇街|街镇|街道|街办|办事处|委办局|分局|管委会|中心|镇|乡|局'

interface Pattern {
  readonly pattern: RegExp
  readonly role: (found: RegExpExecArray) => PatternRole | WordRole | null
}

const thresholds: readonly (readonly [Condition['op'], string])[] = [
  [
    '<=',
    '小于(?:或)?等于|低于(?:或)?等于|不超过|不多于|不高于|不大于|至多|顶多|没超过|没有超过|未超过|没超|未超|没过|没有过|未过|没高过|没多过',
  ],
  ['>=', '大于(?:或)?等于|高于(?:或)?等于|不少于|不低于|不小于|不下于?|至少|起码|少说(?:也)?|达到|达'],
  [
    '>',
    '超过|多于|大于|高于|超出|超|逾|不止|高过|大过|多过|高出|突破|过了|破了|(?<=[量数额率例都均已])[过破]',
  ],
  [
    '<',
    '少于|低于|小于|低过|少过|(?:还|都|也)?(?:不足|不满|不到|不够|没到|没有到|未到|没上|没有上|未上|没满|没有满|未满|没够|未达到?|没达到?|没有达到?|达不到)',
  ],
  ['=', '等于|正好是?|刚好是?|恰好是?'],
]
/** 过半的, 不到一半的. */
const halves: readonly (readonly [Condition['op'], string])[] = [
  ['>', `(?:超过|多于|大于|高于|超出|超|过)了?${half}`],
  ['>=', `(?:达到?|够|不少于|不低于|至少)了?${half}|${half}(?:或|及)?以上`],
  [
    '<',
    `(?:还|都|也)?(?:不足|不满|不到|不够|没到|未到|没满|未满|没过|未过|少于|低于)${half}|连?${half}都?(?:不到|没到|不足)`,
  ],
  ['<=', `(?:不超过|没超过|未超过|没有超过)${half}|${half}(?:或|及)?以下`],
]
const sides: readonly (readonly [Condition['op'], string])[] = [
  ['>=', '(?:或者?|及|和|含)?以上|(?:或者?|及)(?:更|还)多|往上|朝上|打底'],
  ['<=', '(?:或者?|及|和|含)?以下|(?:或者?|及)(?:更|还)少|以内|之内|往下'],
  ['>', '开外'],
  ['<', '(?:都|也|还)?(?:不到|没到|不够|不足)'],
]
const besides: readonly (readonly [Condition['op'], string])[] = [
  ['>', '[多高大]'],
  ['<', '[少低小]'],
]

const patterns: readonly Pattern[] = [
  ...thresholds.map(([op, words]) => ({
    pattern: sticky(`(?:${words})(?:了|有|过)?(百分之)?${number}${unit}`),
    role: ([, percent, value, of]: RegExpExecArray) => condition(op, value, percent === undefined ? of : '%'),
  })),
  ...sides.map(([op, words]) => ({
    pattern: sticky(`(百分之)?${number}${unit}(?:${words})`),
    role: ([, percent, value, of]: RegExpExecArray) => condition(op, value, percent === undefined ? of : '%'),
  })),
  ...halves.map(([op, words]) => ({
    pattern: sticky(`(?:${words})`),
    role: () => condition(op, '50', '%'),
  })),
  // 上了100起, 满10件, 到50件; 以上 and 不满 are other words.
  {
    pattern: sticky(`(?:(?<!以)上了?|(?<![不没未])(?:到|满|够)了?|达了)(百分之)?${number}${counted}`),
    role: ([, percent, value, of]) => condition('>=', value, percent === undefined ? of : '%'),
  },
  // 比20件多的.
  ...besides.map(([op, words]) => ({
    pattern: sticky(`比(百分之)?${number}${counted}(?:还|要|更|都)?(?:要)?${words}(?![几多出])`),
    role: ([, percent, value, of]: RegExpExecArray) => condition(op, value, percent === undefined ? of : '%'),
  })),
  // 一件申请都没收到, 复议一件没有: what is said is 没.
  {
    pattern: sticky(`${notOne}(?=(?:[^,、\\d]{0,12}[都也])?${nothing})`),
    role: () => ({ is: 'empty' }),
  },
  // 没收到一件申请.
  {
    pattern: sticky(
      `(?<=(?:没|未|没有)(?:收到|接到|发生|遇到|有|打)?过?)${notOne}(?![^,、的]{0,3}(?:以|多|上))`,
    ),
    role: () => ({ is: 'empty' }),
  },
  // 10到20件; without a unit 之间 says that no years are meant.
  {
    pattern: sticky(
      `(?:(?:落|处|位)?[在于]|介于|从)?(百分之)?${number}${unit}(?:-|到|至|和|与)(?:百分之)?${number}${unit}((?:这个|这一)?(?:之间|区间|范围))?`,
    ),
    role: between,
  },
  {
    pattern: sticky('(?:不(?:为|是|等于)|非)[0零](?:件)?(?![\\d.])'),
    role: () => condition('>', '0', undefined),
  },
  {
    pattern: sticky(
      `([一二两三四五六七八])([二三四五六七八九])${counted}(?=的(?:${kinds}|有(?:哪|几|多少)))`,
    ),
    role: ([, from, to, of]) => bounded(condition('>=', from, of), condition('<=', to, of)),
  },
  // 办结率100%的街道, 复议3件的: those that have just so much.
  {
    pattern: sticky(
      `(?<![零〇一二两三四五六七八九十百千\\d过上到破够满达超几数好])(百分之)?${number}${unit}(?=的(?:${kinds}|有(?:哪|几|多少)|都?是?(?:哪|谁)))`,
    ),
    role: ([, percent, value, of]) =>
      percent === undefined && of === undefined
        ? null
        : condition('=', value, percent === undefined ? of : '%'),
  },
  // 正好收到9件申请的.
  {
    pattern: sticky(`(?<=(?:正好|刚好|恰好|恰恰)[^,、\\d几多]{1,8})(百分之)?${number}${counted}`),
    role: ([, percent, value, of]: RegExpExecArray) =>
      condition('=', value, percent === undefined ? of : '%'),
  },
  {
    pattern: sticky(`(?:正好|刚好|恰好|恰恰)(?=[^,、\\d几多]{1,8}${number}${counted})`),
    role: () => ({ is: 'empty' }),
  },
  // 收到9件申请的是哪几家.
  {
    pattern: sticky(
      `(?:(?<![过上到破够满达超几数好])|(?<=[收接]到))${number}${counted}(?=(?:依|政府信息公开|信息公开)?(?:行政)?(?:申请|复议|诉讼|官司|处罚|许可|强制|规章|规范性文件)?的(?:${kinds}|有(?:哪|几|多少)|都?是?(?:哪|谁)))`,
    ),
    role: ([, value, of]) => condition('=', value, of),
  },
  { pattern: sticky('(?:为|等于)[0零](?:件)?(?![\\d.])'), role: () => condition('=', '0', undefined) },
  {
    pattern: sticky(
      `(?:(?:排名?|居|列|进|位|名列|位列|位居)(?:在|于|入)?)?(前|top|后|倒数前?|末|最后)${small}(?:名|位|家|强|个(?=${kinds}|$|,|的))?(?![年月季天日个件])`,
    ),
    role: ([, side, count]) => top(count, side === '前' || side === 'top' ? null : 'asc'),
  },
  {
    pattern: sticky(`哪?${small}(?:[家名]|位(?!数)|个(?=${kinds}|呢|$))(?!以上|以下|以内)`),
    role: ([, count]) => top(count, null),
  },
  // 头三名; 头一年 is a year.
  {
    pattern: sticky(`头${small}(?:名|位|家|强|个(?=${kinds}|$|,|的))`),
    role: ([, count]) => top(count, null),
  },
  // 两项相加, 三样各多少.
  {
    pattern: sticky(
      '(?:这|上述|以上|那)?([两二三四五六几2-6])(?:项|样|类|者|块|种)(?:数字?|数据|指标)?(?:的)?(?=相?加|合|总|一共|共|之和|各|分别|都|全|凑|并|累|汇|统|拢|$|,)',
    ),
    role: ([, count]) => ({ is: 'figureCount', count: count === '几' ? null : numberOf(count ?? '') }),
  },
  { pattern: sticky(`哪${small}个`), role: ([, count]) => top(count, null) },
  {
    pattern: sticky(
      `(?:排名?|排在|位列|位居|居|列)?(倒数)?第${small}(?:名|位|家|多|高)?(?:的)?(?![年月季天日条次方])`,
    ),
    role: ([, last, place]) => {
      const value = numberOf(place ?? '')
      if (value === null || value === 0) return null
      return { is: 'place-number', place: value, order: last === undefined ? 'desc' : 'asc' }
    },
  },
  // A number with its unit behind it, or one in digits that is asked about: 是340吗.
  {
    pattern: sticky(`(?:为?${number}(?=[件条个份起宗项次例场万%])|(\\d{1,9})(?=[吗吧对,]|$))`),
    role: ([, counted, bare]) => {
      const value = valueOf(counted ?? bare ?? '')
      return value === null ? null : { is: 'number', value }
    },
  },
  ...[...placedWords, ...purposeWords].map(({ role, where }): Pattern => ({
    pattern: sticky(where),
    role: () => role,
  })),
  ...days(),
]

function* days(): Iterable<Pattern> {
  const ago: readonly (readonly [string, number])[] = [
    ['今天|今日', 0],
    ['昨天|昨日', 1],
    ['前天', 2],
  ]
  for (const [words, count] of ago) yield fixed(words, { is: 'daysAgo', days: count })
  yield fixed('(?:这|本)(?:个)?(?:周|星期|礼拜)', { is: 'weeksAgo', weeks: 0 })
  yield fixed('上(?:个)?(?:周|星期|礼拜)', { is: 'weeksAgo', weeks: 1 })
  yield {
    pattern: sticky(`(?:最近|近|过去|这)(?:的)?${small}(?:个)?(天|日|周|星期|礼拜)(?:内|里|来)?`),
    role: ([, count, length]) => {
      const days = (numberOf(count ?? '') ?? 0) * (length === '天' || length === '日' ? 1 : 7)
      return days === 0 ? null : { is: 'days', when: { is: 'lastDays', days } }
    },
  }
  // Of a report that came lately people mean the last week; the answer gives its days.
  yield fixed('最近(?:几天|这几天|这些天)?|近期|近日|近几天|这几天|这些天', { is: 'lastDays', days: 7 })
  yield {
    pattern: sticky('(\\d{1,2})月(\\d{1,2})[日号](之后|以后|后|起|以来|开始|之前|以前|前|为止|止)?'),
    role: ([, month, day, side]) => ({
      is: 'days',
      when: { is: 'date', month: Number(month), day: Number(day), side: sideOf(side) },
    }),
  }
}

function sideOf(word: string | undefined): Extract<DayWord, { is: 'date' }>['side'] {
  if (word === undefined) return 'on'
  if (word.includes('后')) return 'after'
  if (/起|来|开始/u.test(word)) return 'from'
  return word.includes('止') ? 'until' : 'before'
}

function fixed(words: string, when: DayWord): Pattern {
  return { pattern: sticky(`(?:${words})`), role: () => ({ is: 'days', when }) }
}

function sticky(source: string): RegExp {
  return new RegExp(source, 'uy')
}

/** 超百件, 过千: the rank of the number alone. */
const bareRanks: Readonly<Record<string, number | undefined>> = { 百: 100, 千: 1000 }

function valueOf(text: string): number | null {
  const rank = bareRanks[text]
  if (rank !== undefined) return rank
  return /^\d+(?:\.\d+)?$/.test(text) ? Number(text) : numberOf(text)
}

function condition(
  op: Condition['op'],
  text: string | undefined,
  of: string | undefined,
): PatternRole | null {
  const value = valueOf(text ?? '')
  if (value === null) return null
  if (of === '个百分点') return { is: 'condition', condition: { op, value }, unit: '百分点' }
  if (of === '成') return { is: 'condition', condition: { op, value: value * 10 }, unit: '%' }
  return { is: 'condition', condition: { op, value }, unit: of === '万' ? '万元' : (of ?? null) }
}

/** Both ends are in. Two bare numbers of two or four digits may be years. */
function between([
  ,
  percent,
  from = '',
  fromUnit,
  to = '',
  toUnit,
  within,
]: RegExpExecArray): PatternRole | null {
  const unit = percent === undefined ? (toUnit ?? fromUnit) : '%'
  const isClear = unit !== undefined || (within !== undefined && !(mayBeYear(from) && mayBeYear(to)))
  const isSame = fromUnit === undefined || fromUnit === unit
  return isClear && isSame ? bounded(condition('>=', from, unit), condition('<=', to, unit)) : null
}

function bounded(lower: PatternRole | null, upper: PatternRole | null): PatternRole | null {
  if (lower?.is !== 'condition' || upper?.is !== 'condition') return null
  if (lower.condition.value > upper.condition.value) return null
  return { ...lower, condition: { ...lower.condition, and: upper.condition } }
}

function mayBeYear(digits: string): boolean {
  return digits.length === 2 || digits.length === 4
}

function top(text: string | undefined, order: 'asc' | null): PatternRole | null {
  const count = numberOf(text ?? '')
  return count === null || count === 0 ? null : { is: 'top', count, order }
}

/** The longest pattern that begins at `at` in a normalised question. */
export function patternAt(
  text: string,
  at: number,
): { readonly length: number; readonly role: PatternRole | WordRole } | null {
  let best: { length: number; role: PatternRole | WordRole } | null = null
  for (const { pattern, role } of patterns) {
    pattern.lastIndex = at
    const found = pattern.exec(text)
    if (found === null || found[0].length <= (best?.length ?? 0)) continue
    const read = role(found)
    if (read !== null) best = { length: found[0].length, role: read }
  }
  // The tail of a longer number is none.
  return best !== null && /\d/.test(text.charAt(at)) && /[\d.]/.test(text.charAt(at - 1)) ? null : best
}
