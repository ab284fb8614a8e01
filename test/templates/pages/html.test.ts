import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { escapeHtml, html } from '../../../templates/pages/html.ts'

test('values are escaped, markup is not, lists are joined, nothing prints nothing', () => {
  const items = ['a<b', 'c&d'].map((item) => html`<i title="${item}">${item}</i>`)
  const isShown: boolean = items.length > 5
  expect(html`<b>${items}${null}${undefined}${isShown && 'x'}${7}</b>`.markup).toBe(
    '<b><i title="a&#60;b">a&#60;b</i><i title="c&#38;d">c&#38;d</i>7</b>',
  )
})

test('whatever stands in a value, it opens no tag and ends no attribute', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const escaped = escapeHtml(text)
      expect(escaped).not.toMatch(/[<>"'`]/)
      expect(escaped.replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))).toBe(
        text,
      )
    }),
    { seed: 20260115 },
  )
})
