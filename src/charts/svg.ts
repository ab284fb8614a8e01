import type { BarMark, Drawing, Fill, LineMark, Mark, TextMark } from './drawing.ts'
import { baseline } from './text.ts'

const ink = '#1a1a1a'
const quiet = '#555555'
const blue = '#1f4e8c'
const families = "'Noto Sans SC', 'PingFang SC', 'Microsoft YaHei', sans-serif"

/** Every picture has the same ones: several may stand in one page. */
const patterns = `<defs>
<pattern id="chart-hatched" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="5" height="5" fill="#ffffff"/><rect width="2.4" height="5" fill="${blue}"/></pattern>
<pattern id="chart-dotted" width="5" height="5" patternUnits="userSpaceOnUse"><rect width="5" height="5" fill="#ffffff"/><circle cx="2.5" cy="2.5" r="1.2" fill="${blue}"/></pattern>
</defs>`

const paint: Readonly<Record<Fill, string>> = {
  solid: `fill="${blue}"`,
  hatched: `fill="url(#chart-hatched)" stroke="${blue}"`,
  hollow: `fill="#ffffff" stroke="${blue}"`,
  dotted: `fill="url(#chart-dotted)" stroke="${blue}"`,
  track: 'fill="#ebebeb"',
}

const strokes: Readonly<Record<LineMark['stroke'], string>> = {
  axis: `stroke="${quiet}" stroke-width="1"`,
  rule: 'stroke="#d0d0d0" stroke-width="1"',
  trend: `stroke="${blue}" stroke-width="2" stroke-linecap="round"`,
}

/** Writes a drawing as SVG: safe inside a page and as a file, in the sRGB colours of any screen. */
export function svgOf({ width, height, title, marks }: Drawing): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" font-family="${families}">`,
    `<title>${escaped(title)}</title>`,
    patterns,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    ...marks.map(written),
    '</svg>',
    '',
  ].join('\n')
}

function written(mark: Mark): string {
  switch (mark.kind) {
    case 'text':
      return writtenText(mark)
    case 'bar':
      return writtenBar(mark)
    case 'line': {
      const { from, to, stroke } = mark
      return `<line x1="${n(from.x)}" y1="${n(from.y)}" x2="${n(to.x)}" y2="${n(to.y)}" ${strokes[stroke]}/>`
    }
    case 'dot':
      return `<circle cx="${n(mark.at.x)}" cy="${n(mark.at.y)}" r="3.5" fill="#ffffff" stroke="${blue}" stroke-width="2"/>`
  }
}

/** The title is as heavy as the one weight shipped can be; values have a white edge against lines behind them. */
function writtenText({ role, text, size, anchor, box }: TextMark): string {
  const x = box.x + { start: 0, middle: box.width / 2, end: box.width }[anchor]
  const look = {
    title: `fill="${ink}" stroke="${ink}" stroke-width="0.5"`,
    label: `fill="${ink}"`,
    value: `fill="${ink}" stroke="#ffffff" stroke-width="3" stroke-linejoin="round" paint-order="stroke"`,
    unit: `fill="${quiet}"`,
    foot: `fill="${quiet}"`,
  }[role]
  return `<text x="${n(x)}" y="${n(box.y + baseline * size)}" font-size="${size}" text-anchor="${anchor}" ${look}>${escaped(text)}</text>`
}

/** A stroke lies on the edge: the bar is made smaller by it. */
function writtenBar({ fill, box }: BarMark): string {
  const edge = fill === 'solid' || fill === 'track' ? 0 : Math.min(0.5, box.width / 4)
  const size = `width="${n(box.width - 2 * edge)}" height="${n(box.height - 2 * edge)}"`
  return `<rect x="${n(box.x + edge)}" y="${n(box.y + edge)}" ${size} ${paint[fill]}/>`
}

/** To a hundredth of a pixel. */
function n(value: number): string {
  return String(Math.round(value * 100) / 100)
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/gu, (character) => entities[character] ?? '')
}
