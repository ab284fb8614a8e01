import { UnreadableFileError } from '../errors.ts'

/** Largest file that is taken, in bytes (20 MiB). */
export const uploadLimit = 20 * 1024 * 1024

/** What one file may hold at most, however it is packed (operations: input limits). */
export const limits = {
  zipEntries: 2_000,
  /** Sum of the sizes that the zip directory declares. */
  zipDeclaredBytes: 50 * 1024 * 1024,
  /** Bytes really inflated, a part. */
  partBytes: 20 * 1024 * 1024,
  xmlDepth: 128,
  xmlElements: 500_000,
  /** Attributes of one element: Word writes some 40 namespaces at the root. */
  xmlAttributes: 512,
  tables: 100,
  tableRows: 2_000,
  /** Grid positions of all tables together, spans counted in full. */
  tableCells: 40_000,
  /** Word allows 63. */
  tableColumns: 500,
  paragraphs: 200_000,
  characters: 500_000,
} as const

/** A file over a limit or built to do harm; `reason` is a short Chinese phrase that says which limit. */
export function unsafeFile(reason: string, options?: ErrorOptions): UnreadableFileError {
  return new UnreadableFileError(
    'unsafe_file',
    `文件结构异常（${reason}），已停止读取；请用 Word 或 WPS 打开后另存为新的 .docx 再发送。`,
    options,
  )
}

/** A file that is cut off or corrupt. */
export function damagedFile(reason: string, options?: ErrorOptions): UnreadableFileError {
  return new UnreadableFileError(
    'damaged_file',
    `文件不完整或已损坏（${reason}），无法读取；请确认它能用 Word 或 WPS 打开，再重新发送。`,
    options,
  )
}

/** Counts what one file uses up over all its parts; each call throws `unsafe_file` once a limit is passed. */
export interface Budget {
  readonly spendElement: () => void
  readonly spendTable: () => void
  readonly spendCells: (count: number) => void
  readonly spendParagraph: (characters: number) => void
  /** Text that is made rather than read: automatic numbers. */
  readonly spendCharacters: (count: number) => void
}

/** A fresh budget for one file. */
export function openBudget(): Budget {
  let elements = 0
  let tables = 0
  let cells = 0
  let paragraphs = 0
  let characters = 0
  const spendCharacters = (count: number) => {
    characters += count
    if (characters > limits.characters) throw unsafeFile(`文字超过 ${limits.characters} 字`)
  }
  return {
    spendElement: () => {
      if (++elements > limits.xmlElements) throw unsafeFile(`内容超过 ${limits.xmlElements} 个元素`)
    },
    spendTable: () => {
      if (++tables > limits.tables) throw unsafeFile(`表格超过 ${limits.tables} 个`)
    },
    spendCells: (count) => {
      cells += count
      if (cells > limits.tableCells) throw unsafeFile(`表格单元格超过 ${limits.tableCells} 个`)
    },
    spendParagraph: (length) => {
      paragraphs += 1
      if (paragraphs > limits.paragraphs) throw unsafeFile(`段落超过 ${limits.paragraphs} 个`)
      spendCharacters(length)
    },
    spendCharacters,
  }
}
