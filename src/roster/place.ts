/**
 * The place an agency's name begins with (`济宁市兖州区`科学技术局), and the ways people write or leave out that place.
 */

const province = '[\\u4e00-\\u9fff]{2,8}?(?:省|自治区)'
const areaEnd = '(?:自治州|自治县|自治旗|地区|市(?!场)|(?<![社园景小校库])区|县|旗|(?<!联)盟)'
const inside = '[^和与及局委办院厅\\s]'
const area = [
  // 赵县; 本县 and 全县 are no places.
  `[^本我咱贵全该各邻外两几某此和与及局委办院厅\\s]县(?!级|域|区|市(?!场))`,
  // 阳泉市郊区; 郊区街道办事处 may be one of the city's own.
  '(?<=市)[城郊矿东西]区(?!街道|管理|建设)',
  '芒市(?!场)',
  // 和县, 太和县, 和平区, 呼和浩特市; not the 和 of 住房和城市 and 经济和市场.
  `${inside}?和${inside}{0,8}?${areaEnd}`,
  // At least two characters, so that 市场…, 城市… and 社区… are no places.
  `${inside}{2,10}?${areaEnd}`,
  `${inside}{11,16}自治县`,
].join('|')
const placePattern = new RegExp(`^(?:${province})?(?:${area}){0,3}`, 'u')
const zone =
  /^.{2,6}?((?:经济技术|高新技术产业|高新技术|经济|高新|综合|旅游)?(?:开发区|经开区|高新区|新区|示范区|度假区))$/u
/** What people call a development zone. */
const zoneCalled: readonly { readonly zone: RegExp; readonly called: readonly string[] }[] = [
  { zone: /^(?:经济(?:技术)?开发区|经开区)$/u, called: ['经开区', '开发区'] },
  { zone: /^(?:高新(?:技术)?(?:产业)?开发区|高新区)$/u, called: ['高新区', '高新技术开发区', '开发区'] },
  { zone: /^旅游度假区$/u, called: ['度假区'] },
]

/** 经济技术开发区 and what it is called of a place that ends so; none of any other place. */
function zoneForms(place: string): readonly string[] {
  const own = zone.exec(place)?.[1]
  if (own === undefined) return []
  const called = zoneCalled.flatMap((one) => (one.zone.test(own) ? one.called : []))
  const name = place.slice(0, -own.length)
  return [own, ...called, ...called.map((text) => name + text)]
}

/** `济宁市兖州区科学技术局` → `济宁市兖州区`; empty where the name begins with no place. */
export function placeOf(name: string): string {
  return placePattern.exec(name)?.[0] ?? ''
}

/** The areas that a place lies in, the widest first: `济宁市兖州区` → 济宁市, 兖州区. */
export function areasOf(place: string): readonly string[] {
  return place.match(new RegExp(area, 'gu')) ?? []
}

/** A way to write a place before an agency's name. */
export interface PlaceForm {
  readonly text: string
  /** True where the words themselves say which place it is; false for 区… and for no place at all. */
  readonly tells: boolean
}

/** `济宁市兖州区` → 济宁市兖州区, 兖州区, 兖州, 区 and nothing. */
export function placeForms(place: string): readonly PlaceForm[] {
  const forms = new Map<string, boolean>([[place, place !== '']])
  const last = areasOf(place).at(-1) ?? place
  const kind = new RegExp(`${areaEnd}$`, 'u').exec(last)?.[0] ?? ''
  const bare = last.slice(0, last.length - kind.length)
  for (const text of [last, bare, ...zoneForms(last)]) {
    if (text.length >= 2) forms.set(text, true)
  }
  if (kind !== '') forms.set(kind.slice(-1), false)
  forms.set('', false)
  return [...forms].map(([text, tells]) => ({ text, tells }))
}

/** Whether words say by themselves that they mean a place: 兖州 and 兖州区 do of 济宁市兖州区, and 区 does not. */
export function isCalled(place: string, text: string): boolean {
  return placeForms(place).some((form) => form.tells && form.text === text)
}

/** 区, 县, 市, 旗 …: the word by which the people of a place call it; null where there is none. */
export function placeKind(place: string): string | null {
  const kind = new RegExp(`(?:${areaEnd}|省)$`, 'u').exec(place)?.[0]
  return kind === undefined ? null : kind.slice(-1)
}
