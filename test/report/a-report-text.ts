import { officialHeadings, sectionNumerals, type SectionNumber } from '../../src/report/statutory-tables.ts'

/** Title and lead of an invented report. */
export const lead = [
  '某某市城东区水利局2024年政府信息公开工作年度报告',
  '根据《中华人民共和国政府信息公开条例》编制本报告。全文包括总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议、行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项六个部分。',
]
/** What stands under each heading; tables as lines of text. */
export const bodies: Readonly<Record<SectionNumber, readonly string[]>> = {
  1: [
    '2024年，我局认真落实条例。',
    '（一）主动公开情况。公开信息12条。',
    '（二）依申请公开情况。未收到申请。',
  ],
  2: [
    '第二十条第（一）项',
    '信息内容 本年制发件数 本年废止件数 现行有效件数',
    '规章 0 0 0',
    '行政规范性文件 1 0 3',
  ],
  3: [
    '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和） 申请人情况',
    '一、本年新收政府信息公开申请数量 3 0 0 0 0 0 3',
    '二、上年结转政府信息公开申请数量 0 0 0 0 0 0 0',
    '三、本年度办理结果 （一）予以公开 3 0 0 0 0 0 3',
    '（六）其他处理 2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请 0 0 0 0 0 0 0',
    '四、结转下年度继续办理 0 0 0 0 0 0 0',
  ],
  4: [
    '行政复议 行政诉讼',
    '未经复议直接起诉 复议后起诉',
    '结果维持 结果纠正 其他结果 尚未审结 总计 结果维持 结果纠正 其他结果 尚未审结 总计 结果维持 结果纠正 其他结果 尚未审结 总计',
    '0 0 0 0 0 0 0 0 0 0 0 0 0 0 0',
  ],
  5: ['公开还不够及时。下一步将加强培训。'],
  6: [
    '（一）依申请公开信息处理费收费情况。',
    '未收取信息处理费。',
    '（二）人大代表建议办理结果公开情况。',
    '无。',
  ],
}
/** The parts. */
export const numbers = [1, 2, 3, 4, 5, 6] as const
/** The official heading of a part with its numeral. */
export function official(number: SectionNumber): string {
  return `${sectionNumerals[number - 1] ?? ''}、${officialHeadings[number - 1] ?? ''}`
}

/** A whole report with some headings replaced; an empty one is left out. */
export function reportWith(headings: Partial<Record<SectionNumber, string>>): readonly string[] {
  const parts = numbers.flatMap((number) => [headings[number] ?? official(number), ...bodies[number]])
  return [...lead, ...parts.filter((line) => line !== '')]
}
