import type { Reply } from '../src/bot.ts'
import { officialHeadings, sectionNumerals } from '../src/report/statutory-tables.ts'
import { bullets, paragraphs } from './markdown.ts'

/** What a report consists of by 国办公开办函〔2021〕30 号, for those who ask for a form. */
export function formatReply(): Reply {
  return {
    title: '年报的格式',
    markdown: paragraphs([
      '**年报按国办公开办函〔2021〕30号印发的格式写，六个部分：**',
      bullets(officialHeadings.map((heading, index) => `${sectionNumerals[index] ?? ''}、${heading}`)),
      '第二、三、四部分各有一张规定的表，行和列不要增减，没有的填“0”。',
      '空白的模板我这里没有，可以在去年的年报上改。写好后发给我，我来核对。',
    ]),
  }
}
