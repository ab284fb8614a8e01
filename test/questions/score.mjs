/**
 * Judges replies of `gongkai ask --batch --json` against the expectations of a question file. `right`: the intent, the
 * figure, and the agency, year and metric behind it; `complete`: right, and reason, slot, options, caveats, missing,
 * the government's own figure, and a text that holds the figure, the agency's full name, the year and 依据; `safe`: no
 * figure where none was due, for another reason; `declined`: none where one was due; `wrong`: a figure that is not due.
 */

/** The sets beside this file, in the order in which they are asked. */
export const sets = [
  'dev',
  'own',
  'county',
  'district',
  'city',
  'banner',
  'port',
  'chat',
  'traps',
  'memory',
  'names-1',
  'names-2',
  'names-3',
  'names-4',
  'prefecture',
  'wordings',
]

const groups = {
  all: ['department', 'subdistrict', 'township'],
  department: ['department'],
  subdistrict: ['subdistrict'],
  township: ['township'],
  townshipsAndSubdistricts: ['subdistrict', 'township'],
}
const withoutFigure = ['none', 'clarify', 'help']

/** The verdict on one turn: its kind, and whether nothing is lacking. */
export function judge(expected, reply, roster) {
  const { intent, metrics = [] } = reply.query
  const speaks = !withoutFigure.includes(intent) && reply.answer !== null
  if (withoutFigure.includes(expected.intent)) return judgeNone(expected, reply, speaks)
  if (!speaks) return { kind: 'declined', complete: false }
  const isRight =
    sameAnswer(expected, reply.answer) &&
    sameSet(yearsOf(expected), reply.query.years) &&
    (expected.intent === 'reports' || sameSet(namesOf(expected, roster), reply.query.agencies)) &&
    (expected.intent !== 'data' ||
      String([expected.metric].flat().map(spelt)) === String(metrics.map(spelt))) &&
    ['delta', 'change', 'numerator', 'denominator', 'of'].every(
      (key) => !(key in expected) || equal(expected[key], reply[key] ?? null),
    )
  if (!isRight) return { kind: 'wrong', complete: false }
  return { kind: 'right', complete: isComplete(expected, reply) }
}

function judgeNone(expected, reply, speaks) {
  if (speaks) return { kind: 'wrong', complete: false }
  const isSame = expected.intent === reply.query.intent
  const complete =
    isSame &&
    (expected.reason === undefined || expected.reason === reply.reason) &&
    (expected.slot === undefined || expected.slot === reply.slot) &&
    (expected.options === undefined ||
      sameSet(expected.options.map(spelt), (reply.options ?? []).map(spelt))) &&
    reply.text.length > 5
  return { kind: isSame ? 'right' : 'safe', complete }
}

function isComplete(expected, reply) {
  return (
    sameSet(expected.caveats ?? [], reply.caveatCodes) &&
    sameSet(expected.missing ?? [], reply.missing ?? []) &&
    sameSet(expected.missingYears ?? [], reply.missingYears ?? []) &&
    (!('reference' in expected) || equal(expected.reference, reply.reference)) &&
    saysIt(expected, reply.text.normalize('NFKC'))
  )
}

function saysIt(expected, text) {
  if (typeof expected.answer === 'number' && !text.includes(String(Math.abs(expected.answer)))) return false
  if (expected.intent !== 'data') return text.length > 5
  const parts = [expected.agency, expected.year, '依据'].filter((part) => part !== undefined)
  return parts.every((part) => text.includes(String(part)))
}

function namesOf({ agency, agencies = [] }, roster) {
  if (agency !== undefined) return [agency]
  if (typeof agencies !== 'string') return agencies
  return roster
    .filter(({ kind, compiled }) => !compiled && groups[agencies].includes(kind))
    .map(({ name }) => name)
}

const yearsOf = ({ year, years = [] }) => (year === undefined ? years : [year])

/** `requests.received` is `requests.received.total`. */
const spelt = (id) => (/^(?:requests|review)\.\w+$/.test(id) ? `${id}.total` : id)

const sameSet = (a, b) =>
  String([...new Set(a)].map(String).sort()) === String([...new Set(b)].map(String).sort())

function equal(a, b) {
  if (typeof a === 'number' && typeof b === 'number') return Math.abs(a - b) < 1e-6
  if (!Array.isArray(a) || !Array.isArray(b)) return a === b
  return a.length === b.length && a.every((one, index) => equal(one, b[index]))
}

/** Order counts where it is the answer: not in lists and comparisons. Names may stand alone or with their figures. */
function sameAnswer({ answer: wanted, operation }, answer) {
  const isFree = ['list', 'missing', 'compare'].includes(operation)
  const isNames = Array.isArray(wanted) && wanted.every((one) => typeof one === 'string')
  const given = isNames && Array.isArray(answer) ? answer.map((one) => [one].flat()[0]) : answer
  if (!isFree || !Array.isArray(wanted) || !Array.isArray(given)) return equal(wanted, given)
  const sorted = (rows) => [...rows].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
  return equal(sorted(wanted), sorted(given))
}

/** The verdict on a conversation: wrong if any turn is, else that of the last turn; complete if every turn is. */
export function judgeLine(line, replies, roster) {
  const expected = line.turns ?? [line.expect]
  const verdicts = expected.map((one, index) => judge(one, replies[index], roster))
  const kind = verdicts.some((verdict) => verdict.kind === 'wrong') ? 'wrong' : verdicts.at(-1).kind
  return { kind, complete: kind === 'right' && verdicts.every((verdict) => verdict.complete) }
}
