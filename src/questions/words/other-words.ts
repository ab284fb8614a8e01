/**
 * Words that people use in this trade and that do not lead to an answer: figures and reckonings that are not answered
 * yet, things the statutory tables do not hold, things that are no question of figures. They are known so that they
 * are declined by name and never taken for something else. Entries read like those of lexicon.ts.
 */

export interface OtherEntry {
  readonly role: OtherRole
  readonly says: readonly string[]
}

export type OtherRole =
  /** A figure or a way of reckoning that is not answered yet; `what` as people call it. */
  | { readonly is: 'notYet'; readonly what: string }
  | { readonly is: 'notHeld' }
  | { readonly is: 'notAnnual' }
  | { readonly is: 'outOfScope' }
  /** Means several figures. */
  | { readonly is: 'severalMetrics'; readonly options: readonly string[] }

const notYet = (what: string, ...says: readonly string[]): OtherEntry => ({
  role: { is: 'notYet', what },
  says,
})

/** Figures of the tables other than 本年新收. */
const otherFigures: readonly OtherEntry[] = [
  notYet(
    '上年结转',
    '(二){上年|上年度|去年}(的)结转(来|过来|下来)(的)(申请)|去年转来的|结转进来的|上年留下的',
  ),
  notYet('结转下年度', '(四)结转(到)下{年|年度}(继续)(办理)|转到{明年|下年}|{未|没}办结|在办|没办完'),
  notYet('结转', '结转'),
  notYet('予以公开', '予以公开|{全部|同意|完全}公开|给公开的'),
  notYet('部分公开', '部分公开|区分处理'),
  notYet('不予公开', '不予公开|不公开|拒绝公开|{没|未}公开'),
  notYet('无法提供', '{无法|没法}提供'),
  notYet('不予处理', '不予处理'),
  notYet('其他处理', '其他处理'),
  notYet('国家秘密', '(属于)国家秘密|涉密'),
  notYet('法律行政法规禁止公开', '{法律|法规|法律法规|法律行政法规}禁止(公开)'),
  notYet('危及“三安全一稳定”', '(危及)三安全一稳定'),
  notYet('保护第三方合法权益', '第三方(合法)(权益)|商业秘密|个人隐私'),
  notYet('三类内部事务信息', '(三类)内部事务(信息)'),
  notYet('四类过程性信息', '(四类){过程性|过程}信息|过程性'),
  notYet('行政执法案卷', '(行政)执法案卷'),
  notYet('行政查询事项', '行政查询(事项)|查询事项'),
  notYet('本机关不掌握', '(本机关)不掌握|信息不存在|没有这个信息|不属于本机关'),
  notYet('没有现成信息需要另行制作', '没有现成(信息)|另行制作|需要加工'),
  notYet('补正后仍不明确', '补正后(仍)不明确|内容不明确|{不|逾期不|没}补正'),
  notYet('信访举报投诉类申请', '信访(举报)(投诉)(类)(申请)|举报投诉(类)(申请)'),
  notYet('重复申请', '重复(的)申请|重复的'),
  notYet('要求提供公开出版物', '公开出版物|出版物'),
  notYet('大量反复申请', '大量反复(申请)|滥用申请'),
  notYet('要求确认或重新出具', '重新出具|要求确认'),
  notYet('逾期未缴费', '逾期(未)缴费|没缴费'),
  notYet('办结数量', '办结(了)|办理(了)|答复(了)|处理(了)|办完(了)|办理结果'),
  notYet('应办总数', '应办'),
  notYet(
    '按申请人类别的申请数量',
    '自然人|个人|公民|法人|非自然人|(商业|商|大|小|民营|国有){企业|公司}|商企|科研{机构|单位}|(社会)公益组织|法律服务机构|律所|律师事务所|律师|其他组织|申请{人|者|单位}(的)(类别|类型|构成)|老百姓|群众',
  ),
  notYet('规章', '规章'),
  notYet('行政规范性文件', '(行政)规范性文件'),
  notYet('行政许可', '(行政)许可(处理决定)(数量)|处理决定(数量)'),
  notYet('行政处罚', '(行政)处罚(处理决定)(数量)'),
  notYet('行政强制', '(行政)强制(措施)'),
  notYet('行政事业性收费', '(行政)事业性收费|收费(金额)|收了多少钱|万元'),
  notYet('行政复议', '(行政)复议(申请)(案件)|复议后起诉'),
  notYet('行政诉讼', '(行政)诉讼|官司|(被)起诉|应诉|败诉|胜诉|{未经复议|}直接起诉|行政争议|行政案件'),
  notYet('主动公开的信息条数', '主动公开(了)(政府)(信息)|发布了|发布'),
  notYet(
    '公开率等比例',
    '{公开|办结|办理|结转|纠正|纠错|维持|审结|答复|申请|公开申请|受理|增长|满意}率|比例|占比|占|百分之几|百分比|几成',
  ),
]

/** Ways of reckoning. */
const otherReckonings: readonly OtherEntry[] = [
  notYet(
    '与其他年度或单位比较',
    '比|同比|环比|相比|对比|比较|较|增加|减少|增长|下降|增减|增幅|差多少|多多少|少多少|谁多|谁少|变化|变动',
  ),
  notYet('多年的走势', '趋势|走势|历年|各年|每年|每年度|哪年|哪一年|逐年'),
  notYet(
    '排名',
    '排名|排序|排第几|名次|最{多|少|高|低|大|小}|倒数|谁|哪{个|些|家|几家|几个}(单位|部门|局|街道|镇)|前{一|二|两|三|四|五|六|七|八|九|十}(名|位|家)|top',
  ),
  notYet('有几家单位', '{几|多少}(个|家){单位|部门|局|机关|街道}|{几|多少}家|单位数'),
  notYet('平均数', '平均|年均|均值|人均'),
  notYet('明细和构成', '情况|构成|明细|分布|细分|原因|哪些情形|组成'),
  notYet('按条件筛选', '超过|不少于|不超过|以上|以下|多于|少于|大于|小于|低于|高于|不足|不满|以内|至少'),
  notYet('除去某些单位的合计', '除(了)|不含|不算|不包括|除外'),
  notYet('数字的出处和算法', '怎么算的|怎么来的|出处|哪张表|依据(是什么)'),
  notYet(
    '各单位报送情况',
    '{没|未|还没}{交|报|报送|提交}|交{了没|了吗|齐}|报{了没|了吗|齐}|缺报|还差|报送|通过校验|校验|合格|有{错误|问题}|错误',
  ),
]

const outside: readonly OtherEntry[] = [
  {
    role: { is: 'notHeld' },
    says: [
      '网上(提交|申请|受理)(的)|网络|线上|在线|信函|邮寄|当面|现场|邮件|传真|电话|窗口',
      '超期|逾期答复|按时|及时率|超时|多少人|几人|人次|人数|工作人员|专职|兼职|培训|(政策)解读|点击(量)|浏览量|访问量|粉丝|关注',
      '信息处理费|处理费|建议提案|建议|提案|罚款|罚没',
    ],
  },
  {
    role: { is: 'notAnnual' },
    says: [
      '{一|二|三|四|第一|第二|第三|第四|1|2|3|4|第1|第2|第3|第4|本|上|下|每|各}季度|季度|半年|{上|下|前|后}半年(度)',
      '{本|上|下|这个|上个|每|当|几|各}月|月份|每月|月均|截至目前|截止目前|截至现在|目前为止|目前|迄今|本周|上周|这周|近期',
    ],
  },
  {
    role: { is: 'outOfScope' },
    says: [
      '为什么|为啥|为何|怎么会|怎么这么|怎么回事|预测|预计|预估|明年会|会不会|可能会|好不好|做得怎么样|做得好|最好|怎么样|怎样|如何',
      '怎么{办|填|写|申请|提|交|答复|处理|办理}|能不能|可不可以|可以|应该|应当|规定|期限|时限|{多少|几}(个){天|日|工作日}|流程|程序|法律依据|收费标准',
      '删除|删掉|修改|改成|改为|更正|撤销|起草|写(一|个|篇|份)|帮我写|模板|范文|笑话|天气|吃饭|股票',
    ],
  },
  {
    role: {
      is: 'severalMetrics',
      options: ['requests.received.total', 'requests.granted.total', 'requests.disclosed.total'],
    },
    says: ['(依)申请公开了|(依)申请公开的有|(依)申请公开出去'],
  },
  {
    role: {
      is: 'severalMetrics',
      options: ['requests.granted.total', 'requests.disclosed.total', 'text.published'],
    },
    says: ['公开(了)|公开的(件数|数量)'],
  },
]

/** All of them. */
export const otherWords: readonly OtherEntry[] = [...otherFigures, ...otherReckonings, ...outside]
