/** A figure as it stands in a picture, exact to six decimals: `1234`, `12.5%`, `−3`, `+3` where signed. */
export function valueText(value: number, unit: string, signed = false): string {
  const isRate = unit === '%'
  const rounded = Number(value.toFixed(isRate ? 1 : 6))
  const digits = isRate ? Math.abs(rounded).toFixed(1) : String(Math.abs(rounded))
  const plus = signed && rounded > 0 ? '+' : ''
  return `${rounded < 0 ? '−' : plus}${digits}${isRate ? '%' : ''}`
}
