import type { TextLine } from './text-lines.ts'

/** A pipe or a vertical rule between cells. */
export const pipe = /[|│┃¦｜]/

/** How pipes stand in the lines between two barriers. */
export interface PipeStyle {
  /** A row a line, else a cell a line. */
  readonly rows: boolean
  /** Every row begins, or ends, with a pipe that bounds no further cell. */
  readonly leading: boolean
  readonly trailing: boolean
  /** Pipes stand on lines of their own, between two cells. */
  readonly alone: boolean
}

function pipeStyleOf(lines: readonly TextLine[]): PipeStyle {
  const own = lines.map(({ text }) => text.trim()).filter((text) => /[^\s|│┃¦｜]/.test(text))
  const rows = own.filter((text) => text.split(pipe).length >= 3)
  return {
    rows: own.some((text) => text.split(pipe).filter((cell) => cell.trim() !== '').length >= 3),
    leading: rows.every((text) => pipe.test(text.charAt(0))),
    trailing: rows.every((text) => pipe.test(text.slice(-1))),
    alone: !own.some((text) => pipe.test(text)),
  }
}

/** The style of each line. */
export function pipeStylesOf(lines: readonly TextLine[]): readonly PipeStyle[] {
  const styles: PipeStyle[] = []
  let from = 0
  lines.forEach((line, index) => {
    if (!line.isBarrier && index < lines.length - 1) return
    const style = pipeStyleOf(lines.slice(from, index + 1))
    while (from <= index) styles[from++] = style
  })
  return styles
}
