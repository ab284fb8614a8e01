/** A file to put into a page's form. */
export function aFile(name: string, size = 10): { name: string; mimeType: string; buffer: Buffer } {
  return { name, mimeType: 'application/octet-stream', buffer: Buffer.alloc(size, 'a') }
}
