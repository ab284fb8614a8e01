/** A toggle such as `w:vanish`: on unless its value says off. */
export function isOn(value: string | undefined): boolean {
  return value === undefined || !/^(0|false|off)$/i.test(value)
}

/** A whole number, or undefined if the value is none. */
export function integerOf(value: string | undefined): number | undefined {
  return value !== undefined && /^[+-]?\d{1,9}$/.test(value) ? Number(value) : undefined
}
