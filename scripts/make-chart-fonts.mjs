// Makes the fonts that charts are drawn with: Noto Sans SC cut down to what Chinese names and labels need. Run it as
// `node scripts/make-chart-fonts.mjs` after a change here, and commit what it writes to assets/fonts/ and
// src/charts/glyphs.ts. It needs the package registry; the same versions give the same bytes.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { TextDecoder } from 'node:util'

const source = '@expo-google-fonts/noto-sans-sc@0.4.3'
const tools = [source, 'subset-font@2.9.0', 'fontkit@2.0.4']

const root = path.resolve(import.meta.dirname, '..')
const target = path.join(root, 'assets/fonts')
async function make(require, workshop) {
  const subset = require('subset-font')
  const fontkit = require('fontkit')
  const folder = path.join(workshop, 'node_modules/@expo-google-fonts/noto-sans-sc')
  const whole = readFileSync(path.join(folder, '400Regular/NotoSansSC_400Regular.ttf'))
  const known = new Set(fontkit.create(whole).characterSet)
  const wanted = (characters) => new Set([...characters].filter((one) => known.has(one.codePointAt(0))))

  const common = wanted(ascii() + zones(0xa1, 0xa9) + zones(0xb0, 0xf7) + furtherMarks)
  const rare = [...wanted(gbk() + beyondGbk())].filter((one) => !common.has(one))
  const cut = (characters) => subset(whole, [...characters].join(''), { targetFormat: 'truetype', ...lean })
  const files = { 'NotoSansSC-common.ttf': await cut(common), 'NotoSansSC-rare.ttf': await cut(rare) }

  mkdirSync(target, { recursive: true })
  for (const [name, bytes] of Object.entries(files)) writeFileSync(path.join(target, name), bytes)
  copyFileSync(path.join(folder, 'LICENSE_FONT'), path.join(target, 'OFL.txt'))
  writeFileSync(path.join(target, 'README.md'), readme(files))
  writeFileSync(
    path.join(root, 'src/charts/glyphs.ts'),
    glyphs(Object.values(files).map((bytes) => fontkit.create(bytes))),
  )
}

/** Layout tables and hinting: nothing a chart uses, and without kerning the widths are those of glyphs.ts. */
const lean = {
  keepFeatures: [],
  noHinting: true,
  dropTables: ['GSUB', 'GPOS', 'GDEF', 'BASE', 'STAT', 'gasp', 'prep', 'vhea', 'vmtx'],
}

function ascii() {
  return Array.from({ length: 0x7f - 0x20 }, (_, at) => String.fromCharCode(0x20 + at)).join('')
}

/** Minus, dashes, bullet and the like, where GB2312 has none or another. */
const furtherMarks = '\u00a0\u2013\u2022\u2212〇□'

/** Rows of GB2312: its marks are 0xa1–0xa9, its characters 0xb0–0xf7. */
function zones(first, last) {
  return pairs(first, last, 0xa1)
}

function gbk() {
  return pairs(0x81, 0xfe, 0x40)
}

function pairs(first, last, firstTrail) {
  const decoder = new TextDecoder('gbk')
  const found = []
  for (let lead = first; lead <= last; lead++) {
    for (let trail = firstTrail; trail <= 0xfe; trail++) {
      const text = decoder.decode(Uint8Array.of(lead, trail))
      if ([...text].length === 1 && text !== '\ufffd') found.push(text)
    }
  }
  return found.join('')
}

/** 通用规范汉字表 has characters that GBK lacks: those of Extension A by name, the others with their whole blocks. */
function beyondGbk() {
  const blocks = [
    [0x9fa6, 0x9fff],
    [0x20000, 0x323af],
  ]
  const extensionA =
    '㑇㑊㕮㘎㙍㙘㙦㛃㛚㛹㟃㠇㠓㤘㥄㧐㧑㧟㫰㬊㬎㬚㭎㭕㮾㰀㳇㳘㳚㴔㵐㶲㸆㸌㺄㻬㽏㿠䁖䂮䃅䃎䅟䌹䎃䎖䏝䏡䏲䐃䓖䓛䓨䓫䓬䗖䗛䗪䗴䜣䝙䢺䢼䣘䥽䦃䲟䲠䲢䴓䴔䴕䴖䴗䴘䴙䶮'
  const points = blocks.flatMap(([from, to]) =>
    Array.from({ length: to - from + 1 }, (_, at) => String.fromCodePoint(from + at)),
  )
  return extensionA + points.join('')
}

function readme(files) {
  const rows = Object.entries(files).map(([name, bytes]) => {
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    return `- ${name}: ${bytes.length} bytes, SHA-256 \`${sha256}\``
  })
  return `# Fonts of the charts

Noto Sans SC Regular, under the SIL Open Font License 1.1 (\`OFL.txt\`), from the npm package \`${source}\`, cut down by
\`scripts/make-chart-fonts.mjs\`: \`common\` has ASCII and GB2312, \`rare\` the rest of GBK and of 通用规范汉字表 (place
names: 堽, 垟). Two files, because the time to draw grows with the file that a character is taken from. Layout tables and
hinting are left out.

${rows.join('\n')}
`
}

/** What can be drawn, and how wide: the layout needs it before anything is drawn. */
function glyphs(fonts) {
  const advances = new Map(
    fonts.flatMap((font) =>
      font.characterSet.map((point) => [point, font.glyphForCodePoint(point).advanceWidth]),
    ),
  )
  const points = [...advances.keys()].sort((one, other) => one - other)
  const hex = (point) => point.toString(16)
  const ranges = runs(points).map(([from, to]) => (from === to ? hex(from) : `${hex(from)}-${hex(to)}`))
  const notWhole = points.filter((point) => advances.get(point) !== 1000)
  const widths = notWhole.map((point) => `${hex(point)}:${advances.get(point)}`)
  return `// Written by scripts/make-chart-fonts.mjs: change that, and run it.

/** The characters that the shipped fonts can draw: code points in hex, ranges with both ends. */
export const drawable = [
${lines(ranges)}
].join(' ')

/** Widths of those that are not 1 em wide, in thousandths of an em. */
export const advances = [
${lines(widths)}
].join(' ')
`
}

function runs(points) {
  const found = []
  for (const point of points) {
    const last = found.at(-1)
    if (last !== undefined && last[1] === point - 1) last[1] = point
    else found.push([point, point])
  }
  return found
}

function lines(words) {
  const found = ['']
  for (const word of words) {
    const longer = `${found.at(-1)} ${word}`.trim()
    if (longer.length <= 100) found[found.length - 1] = longer
    else found.push(word)
  }
  return found.map((line) => `  '${line}',`).join('\n')
}

const workshop = mkdtempSync(path.join(tmpdir(), 'gongkai-fonts-'))
try {
  const npm = ['install', '--no-save', '--ignore-scripts', '--no-audit', '--no-fund', '--prefix', workshop]
  execFileSync('npm', [...npm, ...tools], { cwd: workshop, stdio: 'inherit' })
  await make(createRequire(path.join(workshop, 'made.js')), workshop)
} finally {
  rmSync(workshop, { recursive: true, force: true })
}
