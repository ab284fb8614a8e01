/** The ways a chat shows text. */
export type DialectName = 'wecom-bot' | 'wecom-app' | 'wecom-robot' | 'dingtalk' | 'plain'

/** What a dialect can show, and how it is written there. */
export interface Dialect {
  /** Between two lines of one paragraph. */
  readonly newline: string
  readonly bold: boolean
  readonly emphasis: boolean
  readonly heading: boolean
  readonly quote: boolean
  readonly codeSpan: boolean
  readonly codeBlock: boolean
  readonly bullet: string
  /** The mark of a numbered item. */
  readonly ordinal: (number: number) => string
  /** Whether that makes a list, which the client lays out; else the items are lines. */
  readonly isOrderedList: boolean
  readonly table: boolean
  /** `[text](address)`; else the address stands behind the text. */
  readonly link: boolean
  readonly rule: string
}

const point = (number: number): string => `${number}. `

const wecomSubset: Dialect = {
  newline: '\n',
  bold: true,
  emphasis: false,
  heading: true,
  quote: true,
  codeSpan: true,
  codeBlock: false,
  bullet: '· ',
  ordinal: point,
  isOrderedList: false,
  table: false,
  link: true,
  rule: '————————',
}

/** platforms.md: 3.4 (bot), 6.2 (app), 5 (group robot), 8.8 (DingTalk). */
export const dialects: Readonly<Record<DialectName, Dialect>> = {
  'wecom-bot': {
    newline: '  \n',
    bold: true,
    emphasis: true,
    heading: true,
    quote: true,
    codeSpan: true,
    codeBlock: true,
    bullet: '- ',
    ordinal: point,
    isOrderedList: true,
    table: true,
    link: true,
    rule: '---',
  },
  'wecom-app': wecomSubset,
  'wecom-robot': wecomSubset,
  dingtalk: {
    newline: '  \n',
    bold: true,
    emphasis: true,
    heading: true,
    quote: true,
    codeSpan: false,
    codeBlock: false,
    bullet: '- ',
    // Clients begin a list at 1 again, so that one that was cut would be renumbered.
    ordinal: (number) => `（${number}）`,
    isOrderedList: false,
    table: false,
    link: true,
    rule: '————————',
  },
  plain: {
    newline: '\n',
    bold: false,
    emphasis: false,
    heading: false,
    quote: false,
    codeSpan: false,
    codeBlock: false,
    bullet: '· ',
    ordinal: point,
    isOrderedList: false,
    table: false,
    link: false,
    rule: '————————',
  },
}
