import { isOn } from './attribute-values.ts'

/** How the text of a run stands on the page, as far as it changes what there is to read. */
export interface RunLook {
  /** `w:vanish`: it does not print. */
  hidden: boolean
  /** `w:strike` and `w:dstrike`: it prints, but crossed out. */
  struck: boolean
  doublyStruck: boolean
  /** `w:vertAlign`. */
  level: 'line' | 'raised' | 'lowered'
}

/** Text as it stands where nothing is said of it. */
export const plainLook: Readonly<RunLook> = {
  hidden: false,
  struck: false,
  doublyStruck: false,
  level: 'line',
}

const levels: Readonly<Record<string, RunLook['level']>> = { superscript: 'raised', subscript: 'lowered' }

/** What each property of a run or of a style says of the look, by its element; the value is that of `w:val`. */
export const lookProperties: Readonly<
  Record<string, (look: Partial<RunLook>, value: string | undefined) => void>
> = {
  'w:vanish': (look, value) => (look.hidden = isOn(value)),
  'w:strike': (look, value) => (look.struck = isOn(value)),
  'w:dstrike': (look, value) => (look.doublyStruck = isOn(value)),
  'w:vertAlign': (look, value) => (look.level = levels[value ?? ''] ?? 'line'),
}
