import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { createLinks, linkMinutes } from '../../src/console/links.ts'

const start = new Date('2026-01-15T08:00:00Z')
const person = { platform: 'sandbox', userId: 'wangmin' }

function linksAt(now: Date, secret = 'a secret of the tests'): ReturnType<typeof createLinks> {
  return createLinks({ secret, publicUrl: () => 'https://gongkai.example.gov.cn', clock: () => now })
}

function tokenOf(link: string): string {
  return new URL(link).searchParams.get('t') ?? ''
}

const link = linksAt(start).reportLink('abc', person)
const token = tokenOf(link)

describe('a link', () => {
  test('opens its path until it expires', () => {
    expect(link).toMatch(/^https:\/\/gongkai\.example\.gov\.cn\/reports\/abc\?t=[\w.-]+$/)
    const before = new Date(start.getTime() + linkMinutes * 60_000 - 1)
    const after = new Date(start.getTime() + linkMinutes * 60_000)
    expect(linksAt(before).check('/reports/abc', token)).toMatchObject({ kind: 'valid' })
    expect(linksAt(after).check('/reports/abc', token)).toEqual({ kind: 'expired' })
  })

  test('opens nothing else, and not under another secret', () => {
    expect(linksAt(start).check('/reports/abd', token)).toEqual({ kind: 'invalid' })
    expect(linksAt(start).check('/reports/abc/file', token)).toEqual({ kind: 'invalid' })
    expect(linksAt(start, 'another secret of it').check('/reports/abc', token)).toEqual({ kind: 'invalid' })
  })

  test('does not say whose it is, but differs from person to person', () => {
    const other = tokenOf(linksAt(start).reportLink('abc', { platform: 'sandbox', userId: 'liqiang' }))
    expect(token).not.toContain('wangmin')
    expect(other.split('.')[1]).not.toBe(token.split('.')[1])
  })

  test('is of no use once a character of it is changed', () => {
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.'
    fc.assert(
      fc.property(fc.nat(token.length - 1), fc.constantFrom(...Array.from(alphabet)), (at, character) => {
        const changed = token.slice(0, at) + character + token.slice(at + 1)
        fc.pre(changed !== token)
        const { kind } = linksAt(start).check('/reports/abc', changed)
        expect(kind).toBe('invalid')
      }),
      { seed: 20260115 },
    )
  })

  test.each([undefined, '', '..', 'a.b.c', `${token} `, token.repeat(2), '中文'])(
    'is refused where it is %s',
    (given) => {
      expect(linksAt(start).check('/reports/abc', given)).toEqual({ kind: 'invalid' })
    },
  )

  test('can be handed on to another path, no longer than it is good itself', () => {
    const links = linksAt(start)
    const check = links.check('/reports/abc', token)
    if (check.kind !== 'valid') throw new Error('the link must be good')
    const other = links.extend(check.pass, '/reports/other')
    expect(links.check('/reports/other', other)).toMatchObject({ kind: 'valid', pass: check.pass })
    expect(linksAt(new Date(start.getTime() + 31 * 60_000)).check('/reports/other', other)).toEqual({
      kind: 'expired',
    })
  })
})
