import { fiveAspects } from '../../../src/rules/content/five-aspects.ts'
import type { ReportChanges } from '../../a-read-report.ts'
import { aReadReport } from '../../a-read-report.ts'
import { testRule } from '../../rule-tester.ts'

/** A report with this in part 一 alone. */
const withOverview = (...text: readonly string[]): ReportChanges => ({ sections: { 1: { text } } })

testRule(fiveAspects, {
  passes: {
    'five sub-headings': aReadReport(),
    'one paragraph without sub-headings, in another order': aReadReport(
      withOverview(
        '加强组织领导，开展业务培训；完善信息发布审查，依托政府网站和公众号，主动向社会公开信息35条；全年未收到信息公开申请。',
      ),
    ),
    'other titles': aReadReport(
      withOverview(
        '（一）认真做好主动公开',
        '（二）做好依申请公开',
        '（三）推进政府信息管理建设',
        '（四）做实做细平台建设',
        '（五）从严抓好政府信息公开监督保障',
      ),
    ),
    'words broken over lines and by spaces': aReadReport(
      withOverview('主动公', '开、依 申 请、信息审', '核、网', '站、监', '督'),
    ),
    'traditional characters': aReadReport(withOverview('主動公開、依申請公開、信息審核、網站、監督')),
    'a part that is missing': aReadReport({ sections: { 1: null } }),
  },
  finds: {
    'one general paragraph': {
      report: aReadReport(
        withOverview('2023年，我局认真贯彻落实《条例》，扎实推进政府信息公开工作，取得了一定成效。'),
      ),
      messages: [
        '“总体情况”未提及主动公开、依申请公开、政府信息管理、政府信息公开平台建设、监督保障，规定格式要求从五个方面报告，建议补充。',
      ],
      where: ['一、总体情况'],
      evidence: [['2023年，我局认真贯彻落实《条例》，扎实推进政府信息公开工作，取得了一定成效。']],
    },
    'one aspect missing': {
      report: aReadReport(withOverview('主动公开信息20条，未收到依申请公开，发布前审核，依托网站发布。')),
      messages: ['“总体情况”未提及监督保障，规定格式要求从五个方面报告，建议补充。'],
    },
    'an aspect in another part': {
      report: aReadReport({
        ...withOverview('主动公开信息20条，未收到依申请公开，加强信息管理和监督。'),
        lead: ['本报告可在政府网站查阅。'],
      }),
      messages: ['“总体情况”未提及政府信息公开平台建设，规定格式要求从五个方面报告，建议补充。'],
    },
  },
})
