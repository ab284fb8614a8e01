import { describe, expect, test } from '@jest/globals'
import { everybody, short } from '../district-words.ts'
import { read, type Expected } from '../read-question.ts'

const all = everybody.map(({ name }) => short(name))
const towns = ['新兖镇人民政府', '小孟镇人民政府']
const streets = ['鼓楼街道办事处', '龙桥街道办事处']
const keji = ['科学技术局']
const both = ['教育和体育局', '科学技术局']

describe('a figure is found by its label and by what staff call it', () => {
  test.each([
    ['上年结转', 'requests.carriedIn.total'],
    ['去年转来的', 'requests.carriedIn.total'],
    ['结转到下年的', 'requests.carriedForward.total'],
    ['未办结的', 'requests.carriedForward.total'],
    ['依申请全部公开的', 'requests.granted.total'],
    ['部分公开', 'requests.partiallyGranted.total'],
    ['不予公开', 'requests.denied.total'],
    ['涉密不予公开的', 'requests.stateSecret.total'],
    ['不予公开中属于商业秘密的', 'requests.thirdPartyRights.total'],
    ['危及“三安全一稳定”的', 'requests.securityAndStability.total'],
    ['信息不存在的', 'requests.notHeld.total'],
    ['补正后仍不明确的', 'requests.stillUnclear.total'],
    ['无正当理由逾期不补正', 'requests.correctionOverdue.total'],
    ['信访投诉类申请', 'requests.petitionOrComplaint.total'],
    ['其他处理的其他', 'requests.otherHandling.total'],
    ['其他处理', 'requests.otherwise.total'],
    ['办结了', 'requests.handledTotal.total'],
    ['答复的申请', 'requests.handledTotal.total'],
    ['新收加结转', 'requests.due.total'],
    ['企业申请', 'requests.received.enterprise'],
    ['申请人是律所的', 'requests.received.legalService'],
    ['自然人予以公开', 'requests.granted.naturalPerson'],
    ['法人或其他组织的申请', 'requests.received.organizations'],
    ['行政复议', 'review.reconsideration.total'],
    ['发生了行政复议', 'review.reconsideration.total'],
    ['被纠正的复议', 'review.reconsideration.corrected'],
    ['诉讼败诉', 'review.litigation.corrected'],
    ['败诉', 'review.litigation.corrected'],
    ['没复议就起诉的', 'review.litigationDirect.total'],
    ['复议后又被起诉的', 'review.litigationAfterReconsideration.total'],
    ['复议诉讼总量', 'review.all.total'],
    ['在审的官司', 'review.litigation.pending'],
    ['规范性文件制发', 'proactiveDisclosure.normativeDocuments.issued'],
    ['废止的规章', 'proactiveDisclosure.rules.repealed'],
    ['现行有效规范性文件', 'proactiveDisclosure.normativeDocuments.inForce'],
    ['行政许可处理决定', 'proactiveDisclosure.licenses'],
    ['处罚', 'proactiveDisclosure.penalties'],
    ['强制措施', 'proactiveDisclosure.coerciveMeasures'],
  ])('%s is %s', (words, metric) => {
    expect(read(`科技局2023年${words}几件`)).toMatchObject({ metrics: [metric], operation: 'value' })
  })

  test.each([
    ['公开率', 'rate.disclosed'],
    ['予以公开的比例', 'rate.granted'],
    ['不予公开率', 'rate.denied'],
    ['办结率', 'rate.handled'],
    ['自然人占比', 'rate.applicant.naturalPerson'],
    ['企业申请占新收的比例', 'rate.applicant.enterprise'],
    ['予以公开占办结的比例', 'rate.granted'],
    ['复议纠错率', 'rate.corrected.reconsideration'],
    ['败诉率', 'rate.corrected.litigation'],
    ['诉讼审结率', 'rate.concluded.litigation'],
    ['重复申请占办结的百分之几', 'rate.repeated'],
  ])('%s is %s', (words, metric) => {
    expect(read(`科技局2023年${words}`)).toMatchObject({ metrics: [metric], operation: 'ratio' })
  })
})

const received = ['requests.received.total']

describe('the way to reckon', () => {
  test.each<[string, Expected]>([
    ['全区2024年依申请一共多少件', { operation: 'sum', agencies: all, whose: 'all' }],
    ['各街道2024年依申请分别几件', { operation: 'list', agencies: streets }],
    ['各镇2024年依申请合计', { operation: 'sum', agencies: towns }],
    ['科技局、教体局2024年依申请各几件', { operation: 'list', agencies: both, named: [...both].reverse() }],
    ['除科技局外各部门2024年依申请合计', { operation: 'sum', without: keji }],
    ['哪些单位2024年依申请超过40件', { operation: 'list', where: [{ op: '>', value: 40 }] }],
    ['2024年依申请90件以上的有几家', { operation: 'count', where: [{ op: '>=', value: 90 }] }],
    ['2024年几个镇没有收到申请', { operation: 'count', agencies: towns, where: [{ op: '=', value: 0 }] }],
    ['2024年依申请最多的三家', { operation: 'rank', top: 3, order: 'desc' }],
    ['2024年依申请后两名', { operation: 'rank', top: 2, order: 'asc' }],
    ['2024年依申请排第二的是谁', { operation: 'rank', position: 2, order: 'desc' }],
    ['各镇2024年依申请排名', { operation: 'rank', agencies: towns, order: 'desc' }],
    [
      '科技局哪年依申请最多',
      { operation: 'rank', by: 'year', top: 1, years: [2021, 2022, 2023, 2024, 2025] },
    ],
    ['科技局2024年申请人以谁为主', { operation: 'rank', by: 'applicant', top: 1 }],
    ['科技局2024年依申请排第几', { operation: 'position', agencies: keji, among: all }],
    ['新兖镇2024年依申请在各镇里排第几', { operation: 'position', among: towns }],
    ['科技局2024年依申请占全区几成', { operation: 'share', agencies: keji, among: all }],
    ['2024年全区平均每家依申请多少件', { operation: 'average', agencies: all }],
    ['科技局近三年年均依申请几件', { operation: 'average', years: [2023, 2024, 2025] }],
    ['2024年依申请前三名都有谁', { operation: 'rank', top: 3 }],
    ['2024年依申请5件以上的', { operation: 'list', where: [{ op: '>=', value: 5 }], whose: 'all' }],
    ['2024年依申请5件以上的，谢谢', { operation: 'list', where: [{ op: '>=', value: 5 }], whose: 'all' }],
    ['2024年依申请5件的街道', { operation: 'list', where: [{ op: '=', value: 5 }], agencies: streets }],
    ['街道2024年平均每个依申请几件', { operation: 'average', agencies: streets }],
    ['2024年平均每个镇依申请几件', { operation: 'average', agencies: towns }],
    ['2024年平均每个街道依申请几件', { operation: 'average', agencies: streets }],
    ['急急急，领导要数，科技局2024年依申请', { operation: 'value', agencies: keji }],
    ['帮忙拉一下近三年科技局的依申请', { operation: 'trend', years: [2023, 2024, 2025] }],
    ['科技局2024年依申请构成', { operation: 'detail', by: 'applicant' }],
    [
      '2024年依申请比上年增长最多的两家',
      { operation: 'rank', growth: 'delta', top: 2, order: 'desc', base: 2023 },
    ],
    ['2024年依申请同比降幅最大的单位', { operation: 'rank', growth: 'change', top: 1, order: 'asc' }],
    ['科技局2024年年底依申请几件', { operation: 'value', years: [2024] }],
    ['科技局2024年依申请排在多少位', { operation: 'position', agencies: keji, among: all }],
    ['科技局2024年收到的申请多不多', { operation: 'value', agencies: keji }],
    ['街道办事处2024年依申请总共几件', { operation: 'sum', agencies: streets, whose: 'subdistrict' }],
    ['2024年依申请最少的两个区直部门', { operation: 'rank', top: 2, order: 'asc', whose: 'department' }],
    ['2022至2024年各街道依申请合计的变化趋势', { operation: 'trend', agencies: streets }],
    ['科技局和教体局近三年依申请合计走势', { operation: 'trend', agencies: both }],
    ['科技局依申请画个折线图', { operation: 'trend', years: [2023, 2024, 2025] }],
    ['科技局2024年申请人都是哪些类型', { operation: 'detail', by: 'applicant' }],
    ['科技局近三年依申请趋势', { operation: 'trend', years: [2023, 2024, 2025] }],
    ['科技局2022至2024年依申请', { operation: 'trend', years: [2022, 2023, 2024] }],
    ['科技局22、23年依申请合计', { operation: 'sum', years: [2022, 2023] }],
    ['两个街道2024年依申请分别几件', { operation: 'list', agencies: streets }],
    ['科技局和教体局两个单位2024年依申请各几件', { operation: 'list', agencies: both }],
    ['科技局依申请最多的一年', { operation: 'rank', by: 'year', top: 1 }],
    ['科技局2024年依申请是8件对吧', { operation: 'value', confirm: 8 }],
    ['科技局近三年依申请共几件', { operation: 'sum', years: [2023, 2024, 2025] }],
    ['科技局近两年依申请总计', { operation: 'sum', years: [2024, 2025] }],
    ['科技局2023年以来每年一共收到几件申请', { operation: 'trend', years: [2023, 2024, 2025] }],
    ['2024年依申请总数超过9件的单位', { operation: 'list', where: [{ op: '>', value: 9 }] }],
    ['科技局2024年依申请总量排第几', { operation: 'position', agencies: keji }],
    ['科技局近三年依申请总数走势', { operation: 'trend' }],
    ['科技局2024年有没有依申请', { operation: 'value', whether: true }],
  ])('%s', (question, query) => {
    expect(read(question)).toMatchObject({ metrics: received, ...query })
  })

  test.each<[string, Expected | string]>([
    ['科技局2024年企业不予公开的原因', { operation: 'detail', metrics: ['requests.denied.enterprise'] }],
    ['科技局2024年办理结果', { operation: 'detail', metrics: ['requests.handledTotal.total'] }],
    ['科技局2024年公益组织申请的办理结果', { metrics: ['requests.handledTotal.socialOrganization'] }],
    ['科技局2024年办理结果里部分公开的几件', { metrics: ['requests.partiallyGranted.total'] }],
    ['科技局2024年未掌握的政府信息几件', { metrics: ['requests.notHeld.total'] }],
    ['科技局2024年申请人是律师的几件', 'metric'],
    ['科技局2024年律师事务所几件', { metrics: ['requests.received.legalService'] }],
    ['科技局2024年罚了几件', { metrics: ['proactiveDisclosure.penalties'] }],
    ['科技局2024年罚款多少', 'not_in_tables'],
    ['科技局2024年罚了多少钱', 'not_in_tables'],
    [
      '科技局2024年发过几份规范性文件',
      { operation: 'value', metrics: ['proactiveDisclosure.normativeDocuments.issued'] },
    ],
    ['科技局2024年公布的现行有效规章几件', { metrics: ['proactiveDisclosure.rules.inForce'] }],
    ['科技局2024年公布了多少条信息', { intent: 'text', operation: 'quote' }],
    ['科技局2024年年报公布了吗', 'not_understood'],
    ['科技局2024年有几个人申请', 'not_in_tables'],
    ['几家公司申请了', 'not_in_tables'],
    ['依申请几件？科技局几件？', 'not_understood'],
    ['收到', 'help'],
    ['处理了', 'help'],
    ['最近收到几件申请', 'not_annual'],
    ['到目前为止收到几件申请', 'not_annual'],
    ['科技局近三年依申请合计走势', 'not_understood'],
    ['科技局2024年办理结果总计', { operation: 'value', metrics: ['requests.handledTotal.total'] }],
    ['科技局2024年表三情况', { operation: 'detail', metrics: ['requests'] }],
    ['科技局2024年表三中信访类几件', { operation: 'value', metrics: ['requests.petitionOrComplaint.total'] }],
    ['科技局2024年表四明细', { operation: 'detail', metrics: ['review.all.total'] }],
    ['科技局2024年表四里诉讼几件', { operation: 'value', metrics: ['review.litigation.total'] }],
    ['科技局2024年表二处罚几件', { operation: 'value', metrics: ['proactiveDisclosure.penalties'] }],
    ['科技局2024年表二复议几件', 'not_understood'],
    [
      '科技局2024年法人申请几件，其中重复申请几件',
      { metrics: ['requests.received.organizations', 'requests.repeated.organizations'] },
    ],
    ['科技局2024年不予公开的原因', { operation: 'detail', metrics: ['requests.denied.total'] }],
    ['科技局2024年依申请情况', { operation: 'detail', metrics: ['requests'] }],
    ['科技局2024年申请人构成', { operation: 'detail', metrics: received, by: 'applicant' }],
    [
      '科技局2024年规范性文件几件',
      { operation: 'detail', metrics: ['proactiveDisclosure.normativeDocuments'] },
    ],
    [
      '科技局2024年依申请和复议各几件',
      { operation: 'value', metrics: ['requests.received.total', 'review.reconsideration.total'] },
    ],
    [
      '科技局2024年自然人和企业申请各几件',
      { metrics: ['requests.received.naturalPerson', 'requests.received.enterprise'] },
    ],
    [
      '科技局2024年复议维持和纠正各几件',
      { metrics: ['review.reconsideration.upheld', 'review.reconsideration.corrected'] },
    ],
    [
      '2024年办结几件，诉讼几件',
      {
        operation: 'value',
        whose: 'all',
        metrics: ['requests.handledTotal.total', 'review.litigation.total'],
      },
    ],
    ['收了多少申请处理了多少', { metrics: ['requests.received.total', 'requests.handledTotal.total'] }],
    ['各街道2024年依申请几件，复议几件', { operation: 'list', agencies: streets }],
    ['科技局2024年不予公开加无法提供一共几件', { operation: 'sum', added: true }],
    [
      '2024年有复议但没有诉讼的单位',
      {
        operation: 'list',
        where: [
          { op: '>', value: 0 },
          { op: '=', value: 0 },
        ],
      },
    ],
    [
      '2024年没诉讼有复议的镇有几个',
      {
        metrics: ['review.litigation.total', 'review.reconsideration.total'],
        where: [
          { op: '=', value: 0 },
          { op: '>', value: 0 },
        ],
      },
    ],
    [
      '2024年依申请不足30件没有复议的单位',
      {
        operation: 'list',
        where: [
          { op: '<', value: 30 },
          { op: '=', value: 0 },
        ],
      },
    ],
    [
      '2024年有诉讼却没有复议的单位',
      {
        operation: 'list',
        metrics: ['review.litigation.total', 'review.reconsideration.total'],
        where: [
          { op: '>', value: 0 },
          { op: '=', value: 0 },
        ],
      },
    ],
    ['科技局近两年办结总量', { operation: 'sum', metrics: ['requests.handledTotal.total'] }],
    ['科技局历年办结总共几件', { operation: 'sum', metrics: ['requests.handledTotal.total'] }],
    ['科技局近两年复议和诉讼合计', { operation: 'sum', metrics: ['review.all.total'] }],
    ['科技局近两年收费总额', { operation: 'sum', metrics: ['proactiveDisclosure.fees'] }],
    ['科技局2024年办理结果的总计几件', { operation: 'value', metrics: ['requests.handledTotal.total'] }],
    ['科技局2024年企业占比在全区排第几', { operation: 'position', metrics: ['rate.applicant.enterprise'] }],
    ['各单位2024年行政复议情况排名', { operation: 'rank', order: 'desc', agencies: all }],
    ['2024年不予公开情况最多的两家', { operation: 'rank', top: 2, agencies: all }],
    ['科技局去年结转到明年的几件', { metrics: ['requests.carriedForward.total'], years: [2025] }],
    ['科技局2023起诉几件', { metrics: ['review.litigation.total'], years: [2023], operation: 'value' }],
    ['科技局2023年起诉几件', { metrics: ['review.litigation.total'], years: [2023], operation: 'value' }],
    ['科技局2023个人申请几件', { metrics: ['requests.received.naturalPerson'], years: [2023] }],
    ['科技局2023年底在办几件', { metrics: ['requests.carriedForward.total'], years: [2023] }],
    ['科技局2023年的被维持的复议几件', { metrics: ['review.reconsideration.upheld'], operation: 'value' }],
    ['科技局、教体局和街道办2024年谁复议多', 'agency'],
    ['2024年规范性文件最多的两家', 'metric'],
    ['科技局2024年主动公开了多少条信息', { intent: 'text', operation: 'quote' }],
    ['近三年现行有效规范性文件科技局一共几件', 'not_summable'],
    ['全区2024年主动公开了多少条信息', 'not_summable'],
    ['科技局2024年结转几件', 'metric'],
    ['科技局2024年纠正了几件', 'metric'],
    ['街道办2024年依申请几件', 'agency'],
    ['jtj2024年依申请几件', { guessed: [{ written: 'jtj', read: '济宁市兖州区教育和体育局' }] }],
    ['sjj2024年依申请几件', 'agency'],
    [
      '科技局2024年不分公开几件',
      { metrics: ['requests.partiallyGranted.total'], guessed: [{ written: '不分公开', read: '部分公开' }] },
    ],
  ])('%s', (question, query) => {
    const found = read(question)
    if (typeof query === 'string') expect(found).toBe(query)
    else expect(found).toMatchObject(query)
  })
})

describe('whose and when, where nobody says', () => {
  test.each<[string, readonly string[] | null, Expected]>([
    ['依申请几件', keji, { agencies: keji, years: [2025], operation: 'value' }],
    ['依申请几件', null, { agencies: all, operation: 'sum' }],
    ['依申请几件', both, { agencies: both, whose: 'own', operation: 'sum' }],
    ['我们依申请各几件', both, { agencies: both, operation: 'list' }],
    ['哪个单位依申请最多', keji, { agencies: all, operation: 'rank' }],
    ['去年依申请几件', keji, { years: [2025] }],
    ['今年依申请几件', keji, { years: [2025], yearByReports: true }],
    ['今年和去年依申请各几件', keji, { years: [2024, 2025] }],
    ['2021年以来依申请一共几件', keji, { years: [2021, 2022, 2023, 2024, 2025], operation: 'sum' }],
    ['十四五期间依申请累计几件', keji, { years: [2021, 2022, 2023, 2024, 2025] }],
    ['2023年本年新收申请几件', keji, { years: [2023] }],
    ['我们镇依申请几件', ['新兖镇人民政府'], { agencies: ['新兖镇人民政府'] }],
    [
      '我们镇依申请几件',
      ['科学技术局', '新兖镇人民政府'],
      { agencies: ['新兖镇人民政府'], operation: 'value' },
    ],
    ['我局依申请几件', ['鼓楼街道办事处'], { agencies: ['鼓楼街道办事处'] }],
    ['今年依申请多了几件', keji, { operation: 'compare', subject: 2025, base: 2024 }],
  ])('%s (%s)', (question, home, query) => {
    expect(read(question, home)).toMatchObject(query)
  })
})
