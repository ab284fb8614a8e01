/** Sums and roundings: one decimal, half away from zero, from whole numbers. */

/** n ÷ d × scale, one decimal. Fees come in hundredths, so both are taken as whole hundredths. */
export function oneDecimal(n, d, scale = 1) {
  const [top, bottom] = [Math.round(n * 100) * 10 * scale, Math.round(d * 100)]
  return (Math.sign(top) * Math.floor((2 * Math.abs(top) + bottom) / (2 * bottom))) / 10
}

export const percent = (n, d) => oneDecimal(n, d, 100)

/** Percentage points between two fractions, one decimal. */
export const points = (a, b) => oneDecimal(a.n * b.d - b.n * a.d, a.d * b.d, 100)

/** A figure as it is answered: a percentage where it is a ratio. */
export const shown = (figure) => (figure.d === undefined ? figure.n : percent(figure.n, figure.d))

/** Which of two figures is greater, by fractions. */
export const difference = (a, b) => a.n * (b.d ?? 1) - b.n * (a.d ?? 1)

/** Adds counts; pools ratios. */
export function pool(figures) {
  const cents = (key) => figures.reduce((sum, figure) => sum + Math.round(figure[key] * 100), 0) / 100
  if (figures[0]?.d === undefined) return { n: cents('n') }
  return { n: cents('n'), d: cents('d') }
}

/** `and`: a second threshold. */
export function meets(figure, { and, ...where }) {
  return holds(figure, where) && (and === undefined || holds(figure, and))
}

function holds(figure, { op, value }) {
  const gap = figure.d === undefined ? figure.n - value : figure.n * 100 - value * figure.d
  return { '=': gap === 0, '>': gap > 0, '>=': gap >= 0, '<': gap < 0, '<=': gap <= 0 }[op]
}
