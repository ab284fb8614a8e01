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
  /** Numbers as list marks (`1. `); else as words (`1、`), which nobody renumbers. */
  readonly orderedList: boolean
  readonly table: boolean
  /** `[text](address)`; else the address stands behind the text. */
  readonly link: boolean
  readonly rule: string
}

const wecomSubset: Dialect = {
  newline: '\n',
  bold: true,
  emphasis: false,
  heading: true,
  quote: true,
  codeSpan: true,
  codeBlock: false,
  bullet: '· ',
  orderedList: false,
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
    orderedList: true,
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
    orderedList: false,
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
    orderedList: false,
    table: false,
    link: false,
    rule: '————————',
  },
}
