import { contact } from '../../../src/rules/structure/contact.ts'
import type { ReportChanges } from '../../a-read-report.ts'
import { aReadReport } from '../../a-read-report.ts'
import { testRule } from '../../rule-tester.ts'

const without = ['本报告根据《中华人民共和国政府信息公开条例》编制。']
/** A report with nothing but this in its lead. */
const withLead = (...lead: readonly string[]): ReportChanges => ({ lead })
/** A report with this at its end alone. */
const withEnd = (text: string): ReportChanges => ({
  lead: without,
  sections: { 6: { text: ['无。', text] } },
})

testRule(contact, {
  passes: {
    'address and telephone': aReadReport(),
    'only a telephone': aReadReport(withLead('联系电话：0537—3413872')),
    'a telephone without its word': aReadReport(withLead('如有疑问请致电0632-8811963。')),
    'spaces between the characters': aReadReport(withLead('电 话 ： 0517-87222589')),
    'an e-mail at the end': aReadReport(withEnd('如有疑问请发送至hzzwgk@126.com。')),
    'a telephone at the end': aReadReport(withEnd('咨询电话：3413872')),
    'a lead that was taken for part 一': aReadReport({
      lead: [],
      sections: { 1: { text: ['地址：龙桥街道，电话0537-3413872。', '主动公开。'] } },
    }),
  },
  finds: {
    'no contact': {
      report: aReadReport({ lead: without }),
      messages: ['未见联系方式，建议注明地址和电话，方便公众咨询。'],
    },
    'the address of a website': {
      report: aReadReport(withLead('本报告可在门户网站（网站地址：www.yanzhou.gov.cn）下载。')),
      messages: ['未见联系方式，建议注明地址和电话，方便公众咨询。'],
    },
    'calls in the text': {
      report: aReadReport({ lead: without, sections: { 1: { text: ['通过12345热线电话答复咨询30次。'] } } }),
      messages: ['未见联系方式，建议注明地址和电话，方便公众咨询。'],
    },
  },
})
