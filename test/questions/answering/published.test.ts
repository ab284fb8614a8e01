import { describe, expect, test } from '@jest/globals'
import { publishedIn } from '../../../src/questions/answering/text/published.ts'
import { checkedReport } from '../../handlers/checked-report.ts'

function published(text: string): number | string | null {
  const sections = [{ number: 1, heading: '一、总体情况', text }] as const
  return publishedIn({ ...checkedReport({ year: 2024 }), sections })?.stated ?? null
}

describe('the total that section one states', () => {
  test.each<[string, number | string | null]>([
    ['2024年，共主动公开政府信息244条，其中网站46条、公众号198条。', 244],
    ['全年共公开各类政府信息100余条，以公开助力“放管服”改革。', '100余条'],
    ['主动公开政府信息近300条。', '近300条'],
    ['累计发布政府信息1,295条。', 1295],
    ['2024年主动公开了58条政府信息。', 58],
    ['本单位主动公开政府信息数４６６条，其中公开政务动态27条。', 466],
    ['通过区政府网站等渠道主动公开政府信息22条。', 22],
    ['主动公开政府信息1.2万条。', '1.2万条'],
    ['利用门户网站、微信公众号等，全年共主动公开政府信息318条，其中网站200条。', 318],
    ['全区以政府网站和公开栏等主动公开政府信息5210条。', 5210],
    ['2023年主动公开政府信息97条。2024年主动公开政府信息126条。', 126],
    ['全年主动公开政府信息126条。\n总的来看，共公开政府信息126条。', 126],
    ['全年主动公开政府信息0条。', 0],
    // Parts, one channel each, several totals, other years, other subjects, plans.
    ['通过政府网站公开信息85条，通过微信公众号公开信息213条。', null],
    ['在区政府网站发布各类信息46条，具体来看：发布政务动态4条。', null],
    ['通过政府网站、微信公众号公开信息298条。', null],
    ['通过政府网站等公开信息85条，通过公开栏公开信息13条。', null],
    ['通过政府网站、微信公众号等公开信息85条，通过公开栏公开信息13条。', null],
    ['（一）政府网站公开情况。全年公开信息85条。', null],
    ['共主动公开政府信息126条。全年公开信息130条。', null],
    ['2023年主动公开政府信息97条，今年继续推进。', null],
    ['较上年增加公开信息30条。', null],
    ['收到依申请公开信息申请12条。', null],
    ['回复群众留言48条，办理建议提案6条。', null],
    ['计划公开政府信息200条。', null],
    ['其中主动公开政府信息20条。', null],
    ['坚持以公开为常态、不公开为例外。', null],
    ['', null],
  ])('%j → %j', (text, stated) => {
    expect(published(text)).toBe(stated)
  })

  test('comes with its sentence; other sections say nothing', () => {
    const text = '工作有序。全年主动公开政府信息126条，质量提高。另做培训。'
    const report = checkedReport({ year: 2024 })
    const first = [{ number: 1, heading: '一、总体情况', text }] as const
    expect(publishedIn({ ...report, sections: first })).toEqual({
      ...{ stated: 126, sentence: '全年主动公开政府信息126条，质量提高。', heading: '一、总体情况' },
    })
    const fifth = [{ number: 5, heading: '五、存在的主要问题及改进情况', text }] as const
    expect(publishedIn({ ...report, sections: fifth })).toBeNull()
  })
})
