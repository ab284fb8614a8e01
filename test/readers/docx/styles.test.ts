import { describe, expect, test } from '@jest/globals'

import { paragraph, type DocxStyle } from '../../docx-builder.ts'
import { readBuilt } from '../outline.ts'

describe('a paragraph is what its style says', () => {
  test.each<[style: DocxStyle, role: 'title' | 'heading' | 'body']>([
    [{ id: 'a3', name: 'Title' }, 'title'],
    [{ id: 'a3', name: 'title' }, 'title'],
    [{ id: 'a3', name: '标题' }, 'title'],
    [{ id: 'a3', name: 'Title', outlineLevel: 0 }, 'title'],
    [{ id: 'a4', name: 'Subtitle' }, 'title'],
    [{ id: '1', name: 'heading 1' }, 'heading'],
    [{ id: '1', name: '标题 1' }, 'heading'],
    [{ id: '2', name: '标题2' }, 'heading'],
    [{ id: 'x', name: '一级', outlineLevel: 0 }, 'heading'],
    [{ id: 'x', name: '正文大纲', outlineLevel: 9 }, 'body'],
    [{ id: 'x', name: '自定义', basedOn: 'Heading1' }, 'heading'],
    [{ id: 'x', name: '自定义', basedOn: 'x' }, 'body'],
    [{ id: 'x', name: '表格标题' }, 'body'],
    [{ id: 'x', name: 'Normal (Web)' }, 'body'],
  ])('%j is %s', async (style, role) => {
    const [printed] = await readBuilt([paragraph('文', { style: style.id })], { styles: [style] })
    expect(printed).toBe(role === 'body' ? '文' : `${role}: 文`)
  })

  test('an outline level of its own makes a heading, or takes it back', async () => {
    const body = [
      paragraph('甲', { outlineLevel: 1 }),
      paragraph('乙', { style: 'Heading1', outlineLevel: 9 }),
    ]
    expect(await readBuilt(body)).toEqual(['heading: 甲', '乙'])
  })

  test('an unknown style is taken by its id', async () => {
    expect(await readBuilt([paragraph('甲', { style: 'Heading 4' })])).toEqual(['heading: 甲'])
  })
})
