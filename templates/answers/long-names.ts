/** Names of one paragraph that are read on a phone. */
const namesShown = 20
/** Of each year or other part of it at least. */
const fewest = 4

/** Names with 、 between them. */
const runs = /[^、，：；。\n]+(?:、[^、，：；。\n]+)+/gu
/** What the last of the names carries for all of them. */
const ofAll = /(?:（\d{4}年）|是图片)$/u

/** A paragraph in which long lists of names are cut to some twenty (甲局、乙局等 59 家). */
export function shortNames(text: string): string {
  const long = [...text.matchAll(runs)]
    .map(([run]) => run.split('、'))
    .filter(({ length }) => length > fewest)
  const size = long.reduce((sum, { length }) => sum + length, 0)
  if (size <= namesShown) return text
  const shown = Math.max(fewest, Math.floor(namesShown / long.length))
  return text.replaceAll(runs, (run) => {
    const names = run.split('、')
    return names.length <= Math.max(shown, fewest) ? run : cut(names, shown)
  })
}

function cut(names: readonly string[], shown: number): string {
  const last = names.at(-1) ?? ''
  const unit = /\d{4}年/u.test(last.replace(ofAll, '')) ? '份' : '家'
  return `${names.slice(0, shown).join('、')}等 ${names.length} ${unit}${ofAll.exec(last)?.[0] ?? ''}`
}
