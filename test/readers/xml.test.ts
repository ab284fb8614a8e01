import { describe, expect, test } from '@jest/globals'

import { openBudget } from '../../src/readers/limits.ts'
import { parseXml } from '../../src/readers/xml.ts'

/** What a handler is told, in short: `<name` with the value of `w:val`, `>name`, and text. */
function events(xml: string | Uint8Array): string {
  const seen: string[] = []
  parseXml(
    typeof xml === 'string' ? Buffer.from(xml) : xml,
    {
      open: (name, attributes) => {
        const value = attributes.get('w:val')
        seen.push(`<${name}${value === undefined ? '' : `=${value}`}`)
      },
      close: (name) => {
        seen.push(`>${name}`)
      },
      text: (text) => {
        seen.push(text)
      },
    },
    openBudget(),
  )
  return seen.join(' ')
}

const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

describe('names carry the usual prefix of their namespace', () => {
  test.each<[name: string, xml: string, seen: string]>([
    ['the usual prefix', `<w:p xmlns:w="${word}" w:val="1"/>`, '<w:p=1 >w:p'],
    ['another prefix', `<x:p xmlns:x="${word}" x:val="1"/>`, '<w:p=1 >w:p'],
    ['no prefix', `<p xmlns="${word}" xmlns:x="${word}" x:val="1"/>`, '<w:p=1 >w:p'],
    ['strict', '<w:p xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main" w:val="1"/>', '<w:p=1 >w:p'],
    ['an unknown namespace', '<w:p xmlns:w="urn:x"/>', '<*:p >*:p'],
    ['no namespace', '<p/>', '<*:p >*:p'],
    ['a prefix that is bound nowhere', '<w:p w:val="1"/>', '<w:p=1 >w:p'],
    [
      'bound anew inside, and back',
      `<w:a xmlns:w="${word}"><w:b xmlns:w="urn:x" w:val="2"><w:c/></w:b><w:d w:val="1"/></w:a>`,
      '<w:a <*:b <*:c >*:c >*:b <w:d=1 >w:d >w:a',
    ],
    [
      'declared again to no effect',
      `<w:a xmlns:w="${word}"><w:b xmlns:w="${word}"/><w:c/></w:a>`,
      '<w:a <w:b >w:b <w:c >w:c >w:a',
    ],
  ])('%s', (_name, xml, seen) => {
    expect(events(xml)).toBe(seen)
  })
})

test('parts may be in UTF-16', () => {
  const xml = Buffer.from('\ufeff<a>公开</a>', 'utf16le')
  expect(events(xml)).toBe('<*:a 公开 >*:a')
  expect(events(xml.swap16())).toBe('<*:a 公开 >*:a')
})

test('characters on the border of two pieces are kept whole', () => {
  const text = '公开'.repeat(200_000)
  expect(events(`<a>${text}</a>`).replaceAll(' ', '')).toBe(`<*:a${text}>*:a`)
})
