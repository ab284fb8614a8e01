import { unzipSync, zipSync, type Zippable } from 'fflate'

/** The same document with exactly so many bytes: a part that nothing speaks of fills it up. */
export function docxOfSize(docx: Uint8Array, size: number): Uint8Array {
  const parts = Object.entries(unzipSync(docx))
  const filledWith = (count: number): Uint8Array => {
    const filling: Zippable = { 'word/media/filling.bin': [new Uint8Array(count), { level: 0 }] }
    return zipSync({ ...Object.fromEntries(parts), ...filling })
  }
  return filledWith(size - filledWith(0).length)
}
