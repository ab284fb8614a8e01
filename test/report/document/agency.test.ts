import { describe, expect, test } from '@jest/globals'
import { agencyInText } from '../../../src/report/document/agency.ts'
import { linesOf } from '../lines/lines-of.ts'

describe('an agency that the title does not name is read from the text', () => {
  test.each([
    [
      'the office to call, named again in the text',
      '如对本报告有疑问，可与山亭区科技局联系（地址：府前西路）。\n2023年度，山亭区科技局向申请人收取信息处理费为0。',
      '山亭区科技局',
    ],
    [
      'the office to call, named again without its area',
      '如对本报告有疑问，请与山亭区科技局联系（地址：府前西路）。\n2023年，区科技局未收到申请。',
      '山亭区科技局',
    ],
    ['who draws it up', '本报告由济宁市兖州区科学技术局按照《条例》要求编制。', '济宁市兖州区科学技术局'],
    [
      'who draws it up, by an office inside',
      '本报告由济宁市兖州区科学技术局办公室编制。',
      '济宁市兖州区科学技术局',
    ],
    ['a township’s office inside', '本报告由汶上县次邱镇人民政府党政办公室编制。', '汶上县次邱镇人民政府'],
    [
      'its first sentence',
      '一、总体情况\n2024年，长清区万德街道办事处认真贯彻落实《条例》，公开信息12条。',
      '长清区万德街道办事处',
    ],
    [
      'the sentence that publishes it',
      '现将汶上县财政局2023年政府信息公开工作年度报告公布如下。',
      '汶上县财政局',
    ],
    ['its signature', '未收取信息处理费。\n威海市文登区科学技术局\n2024年1月22日', '威海市文登区科学技术局'],
    [
      'a government rather than its office',
      '本报告由淮安市洪泽区人民政府办公室编制。\n2023年，淮安市洪泽区人民政府坚持以公开为常态。请与淮安市洪泽区人民政府办公室联系。',
      '淮安市洪泽区人民政府',
    ],
    [
      'the longer of two forms',
      '2023年，汶上县财政局认真落实条例。\n济宁市汶上县财政局\n2024年1月3日',
      '济宁市汶上县财政局',
    ],
  ])('%s', (_name, text, agency) => {
    expect(agencyInText(linesOf(text))).toBe(agency)
  })
})

describe('no agency is guessed', () => {
  test.each([
    ['from 我局', '2023年，我局认真落实条例。如有疑问，请与我局联系（电话：0537-1234567）。'],
    ['from a name without its area', '2023年，区科技局认真落实条例。本报告由区科技局编制。'],
    [
      'from an office to call that the text does not know',
      '如对本报告有疑问，请与兖州区政务服务管理局联系（电话：0537-1234567）。\n我局公开信息12条。',
    ],
    ['from a web site', '本报告可在“中国·兖州”政府门户网站（www.yanzhou.gov.cn）和兖州区人民政府网站查阅。'],
    ['from a government’s office alone', '本报告由洪泽区人民政府办公室编制。请与洪泽区人民政府办公室联系。'],
    ['from two agencies alike', '本报告由汶上县财政局编制。\n2023年，汶上县教育局认真落实条例。'],
    ['from an office that is no 局', '本报告由汶上县卫生健康委员会编制。我局公开12条。我局培训2次。'],
    ['from another agency in the text', '2023年，我局联合汶上县公安局开展宣传。'],
    ['from nothing', '无。'],
  ])('%s', (_name, text) => {
    expect(agencyInText(linesOf(text))).toBeNull()
  })
})
