/** Questions about the reports themselves, their text and findings; figures to confirm; clumsy wording; no figure. */
import { back, data, help, none, quoted, reports, same } from './words.mjs'

const janNext = { today: '2026-01-08' }

const filed = same('reports', [
  ['2024年年报哪些单位还没交', reports('missing', 'all', 2024)],
  ['还差几家没报', reports('missingCount', 'all', 2024)],
  ['镇街2023年年报谁没交', reports('missing', 'townshipsAndSubdistricts', 2023)],
  ['交通局2024年年报交了没', reports('submitted', '交通局', 2024)],
  ['教育局年报交了吗？', reports('submitted', '教育局', 2024)],
  ['我们局年报交了没有', reports('submitted', '审计局', 2024), { context: '审计局' }],
  ['上河镇2024年年报校验通过了吗', reports('verdict', '上河镇', 2024)],
  ['西关街道2024年年报合格吗', reports('verdict', '西关', 2024)],
  ['科技局2023年年报有没有问题', reports('verdict', '科技局', 2023)],
  ['商务局去年年报通过没有', reports('verdict', '商务局', 2024)],
  ['2024年哪些单位的年报有错误', reports('withVerdict', 'all', 2024, { verdicts: ['fail'] })],
  ['2024年几家单位年报没通过校验', reports('withVerdictCount', 'all', 2024, { verdicts: ['fail'] })],
  ['2022年交齐了吗', reports('missing', 'all', 2022)],
  ['各街道2024年年报交齐了没', reports('missing', 'subdistrict', 2024)],
  ['谁还没交年报', reports('missing', 'all', 2025), janNext],
  ['检验检测中心2024年年报交了没', reports('submitted', '检测中心', 2024)],
])

const wrong = { severities: ['error'] }
const amiss = { severities: ['error', 'warning'] }
const finding = { decision: 'findings' }
const findings = same('findings', [
  ['我们报告哪里错了', reports('findings', '上河镇', 2024, wrong), { ...finding, context: '上河镇' }],
  ['财政局2024年年报为什么没通过', reports('findings', '财政局', 2024, wrong), finding],
  ['审计局的年报错在哪', reports('findings', '审计局', 2024, wrong), finding],
  ['度假区管委会2024年报告有哪些错误', reports('findings', '度假区', 2024, wrong), finding],
  ['我局2024年年报有什么问题', reports('findings', '西关', 2024, amiss), { ...finding, context: '西关' }],
  ['科技局2024年年报哪里有错', reports('findings', '科技局', 2024, wrong), finding],
  ['交通局2024年年报哪里错了', none('no_report'), finding],
])

const carried = { decision: 'carry-over' }
const chain = (who, from) => data(['carriedIn', 'carriedForward'], who, [from, from + 1], 'carryOver')
const carryOver = same('carryover', [
  ['财政局2024年结转对得上吗', chain('财政局', 2023), carried],
  ['住建局2024年结转数对得上吗', chain('住建局', 2023), carried],
  ['我们局结转跟去年对得上不', chain('资规局', 2023), { ...carried, context: '资规局' }],
  ['民政局2024年上年结转和2023年结转下年度一致吗', none('no_report'), carried],
])

const text = same('text', [
  ['科技局2024年主动公开了多少条信息', quoted('科技局', 2024, 126)],
  ['科技局2023年主动公开政府信息多少条', quoted('科技局', 2023, 97)],
  ['教育局2024年发布了多少条信息', quoted('教育局', 2024, '300余条')],
  ['教育局2023年主动公开了多少条', quoted('教育局', 2023, '近280条')],
  ['审计局2024年主动公开了多少条信息', quoted('审计局', 2024, 56)],
  ['民政局2024年主动公开多少条信息', none('not_stated')],
  ['民宗局2024年主动公开了多少条', none('not_stated')],
  ['全区2024年一共主动公开了多少条信息', none('not_summable')],
  ['2024年主动公开信息条数最多的单位', none('not_summable')],
])

const confirm = same('confirm', [
  ['科技局2024年依申请是8件对吧', data('received', '科技局', 2024, 'confirm', { said: 8 })],
  ['教育局去年依申请是30件吗', data('received', '教育局', 2024, 'confirm', { said: 30 })],
  [
    '民宗局2024年依申请是0件没错吧',
    data('received', '民宗局', 2024, 'confirm', { said: 0 }),
    { decision: 'confirming-words' },
  ],
  ['资规局2024年新收申请112件，对不对', data('received', '资规局', 2024, 'confirm', { said: 112 })],
])

const noise = same('noise', [
  ['你好，麻烦帮忙查一下教育局2024年依申请几件，谢谢', data('received', '教育局', 2024)],
  ['@政务公开机器人  请问  住建局  2024年  不予公开  有  几件 啊', data('denied', '住建局', 2024)],
  ['那个……司法局去年到底依申请几件哈', data('received', '司法局', 2024)],
  ['市监局,2024年,依申请,多少件??', data('received', '市监局', 2024)],
  ['"资规局"2024年"予以公开"多少件!', data('granted', '资规局', 2024)],
  ['请问一下发改局２０２４年依申请公开数量是多少呢😊', data('received', '发改局', 2024)],
  ['看看人社局23年行政诉讼几件吧', data('lit', '人社局', 2023)],
  ['告诉我执法局2024年行政处罚件数', data('penalties', '执法局', 2024), { decision: 'leftover-words' }],
  ['2024年 依申请 卫健委 多少', data('received', '卫健委', 2024)],
  ['应急局 行政许可 2023', data('licenses', '应急局', 2023)],
  ['东关街道去年不分公开几件', data('partiallyGranted', '东关', 2024, 'value', { guessed: true })],
  ['教育局2024年行政复意几件', data('recon', '教育局', 2024, 'value', { guessed: true })],
  ['市监局2024年度收到的政府信息公开申请数量，请查一下。', data('received', '市监局', 2024)],
  ['依申请公开 教育局 2022年度 件数', data('received', '教育局', 2022)],
])

const scope = same('out_of_scope', [
  ['今天天气怎么样', none('out_of_scope')],
  ['教育局2024年依申请为什么这么多', none('out_of_scope')],
  ['预测一下住建局今年能收到几件申请', none('out_of_scope')],
  ['科技局公开工作做得好不好', none('out_of_scope')],
  ['依申请多少天内要答复', none('out_of_scope')],
  ['申请人要国家秘密怎么办', none('out_of_scope')],
  ['帮我写一份2024年年报总体情况', none('out_of_scope')],
  ['把教育局2024年的依申请改成25件', none('out_of_scope')],
  ['删掉商务局2023年的报告', none('out_of_scope')],
  ['讲个笑话吧', none('out_of_scope')],
  ['哪个局公开工作最好', none('out_of_scope')],
  ['2025年全区依申请预计会有多少', none('out_of_scope')],
  ['怎么教育局公开率怎么会这么低', none('out_of_scope')],
  ['晚上一起吃饭不', none('out_of_scope')],
  ['你好', help],
  ['谢谢啦', help],
])

const beside = same('unanswerable', [
  ['教育局2024年网上提交的申请几件', none('not_in_tables')],
  ['住建局2024年信函申请多少件', none('not_in_tables')],
  ['司法局2024年超期答复几件', none('not_in_tables')],
  ['卫健委2024年政策解读多少篇', none('not_in_tables')],
  ['教育局公众号粉丝多少', none('not_in_tables')],
  ['执法局2024年罚款金额多少万元', none('not_in_tables')],
  ['资规局2024年信息处理费收了多少', none('not_in_tables')],
  ['民政局2024年建议提案办理几件', none('not_in_tables')],
  ['府办2024年组织了几次培训', none('not_in_tables')],
  ['教育局负责公开的工作人员有几个', none('not_in_tables')],
  ['住建局2024年答复平均用了几天', none('not_in_tables')],
  ['住建局2024年申请人叫什么名字', none('not_in_tables'), { decision: 'personal-data' }],
  ['教育局局长电话多少', none('not_in_tables'), { decision: 'personal-data' }],
  ['曲阜市教育局2024年依申请几件', none('not_in_roster')],
  ['全市2024年依申请一共多少件', none('not_in_roster')],
  ['教体局2024年依申请几件', none('not_in_roster')],
  ['卫健局2024年依申请几件', none('not_in_roster'), { decision: 'shared-heads' }],
  ['邻水县住建局2024年不予公开几件', none('not_in_roster')],
  ['南门街道2024年依申请几件', none('not_in_roster')],
  ['文化馆中心2024年依申请几件', none('not_in_roster')],
  ['教育局2024年加急的依申请几件', none('not_understood')],
  ['住建局2024年外地人申请几件', none('not_understood')],
  ['东关街道2024年物业方面的申请几件', none('not_understood')],
  ['住建局2024年复议率', none('not_understood')],
  ['资规局2024年不属于国家秘密的几件', none('not_understood')],
  ['How many requests did the education bureau receive in 2024', none('not_understood')],
  ['住建局现行有效规范性文件2022到2024年合计', none('not_summable')],
  ['教育局近三年结转下年度一共多少件', none('not_summable')],
])

const dates = { decision: 'filing' }
const filing = same('filing', [
  ['科技局2024年年报什么时候交的', none('not_in_tables'), dates],
  ['昨天谁交了年报', none('not_in_tables'), dates],
])

const asked = same('clarify', [
  ['监管局2024年依申请几件', back('agency', ['市监局', '市监开发区分局', '国资局'])],
  ['分局2024年依申请几件', back('agency', ['公安分局', '环境分局', '市监开发区分局'])],
  ['河镇2024年依申请几件', back('agency', ['上河镇', '下河镇'])],
  ['管委会2024年依申请几件', back('agency', ['开发区', '度假区']), { decision: 'agency-suffix' }],
  ['街道办2024年依申请几件', back('agency', ['东关', '西关', '文庙', '滨湖', '北苑'])],
  ['人民政府2024年依申请几件', back('agency')],
  ['我们局去年依申请几件', back('agency')],
  ['教育局2024年结转几件', back('metric', ['carriedIn', 'carriedForward'])],
  ['资规局2024年公开了几件', back('metric', ['granted', 'disclosed', 'text.published'])],
  ['资规局2024年没公开的几件', back('metric')],
  ['住建局2024年其他几件', back('metric')],
  ['近三年趋势', back('metric')],
  ['教育局2024年总计', back('metric')],
  ['司法局2024年依申请公开了几件', back('metric')],
  ['本年数量', back('metric')],
  ['sjj2024年依申请几件', back('agency', ['审计局', '市监局']), { decision: 'initials' }],
])

export const aboutReports = [
  ...[...filed, ...findings, ...carryOver, ...text, ...confirm, ...noise],
  ...[...scope, ...beside, ...filing, ...asked],
]
