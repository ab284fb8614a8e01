/** Bytes that the number of a part may take. */
export const numberingBytes = 16

/** Length in UTF-8 bytes. */
export function byteLength(text: string): number {
  return Buffer.byteLength(text, 'utf8')
}

/** （1/3） for the first of three. */
export function numberOf(index: number, count: number): string {
  return `（${index + 1}/${count}）`
}
