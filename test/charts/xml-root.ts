import { SaxesParser } from 'saxes'

/** Reads XML strictly and tells its root; throws where it is not well-formed. */
export function xmlRoot(xml: string): { readonly name: string; readonly width: string } {
  const found: { name: string; width: string }[] = []
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    found.push({ name, width: attributes['width'] ?? '' })
  })
  parser.write(xml).close()
  const [root] = found
  if (root === undefined) throw new Error('no element')
  return root
}
