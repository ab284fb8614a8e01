import type { LexiconEntry } from '../roles.ts'

/** Ways to reckon: how many, all together, most, against the year before. */

const units: readonly LexiconEntry[] = [
  ...['件', '条', '个', '份', '起', '宗', '项', '次', '例'].flatMap((unit): readonly LexiconEntry[] => [
    { role: { is: 'howMany', unit }, says: [`(是|有|为|数是){多少|几}${unit}(数)`] },
    { role: { is: 'unit', unit }, says: [unit] },
  ]),
  { role: { is: 'howMany', unit: '条' }, says: ['(是|有|为|了){多少|几}条(各类)(政府|政务)信息'] },
  { role: { is: 'howMany', unit: '万元' }, says: ['(是|有|为){多少|几}{万元|万|钱|元}(钱)'] },
  { role: { is: 'unit', unit: '万元' }, says: ['万元|万|元'] },
  { role: { is: 'unit', unit: '%' }, says: ['%'] },
  {
    role: { is: 'howMany', unit: '%' },
    says: ['{是|有|为|达|达到}(多少|百分之多少|百分之几)%|多少个百分点|几个百分点'],
  },
  {
    role: { is: 'howMany', unit: null },
    says: ['(是|有|为|数是){多少|几}|(的){数量|件数|数目|数字|数据|条数}|数|量'],
  },
]

const changes: readonly LexiconEntry[] = [
  {
    role: { is: 'change', growth: 'up', percent: false, yearly: false },
    says: [
      '{增长|增加|上升|多|上涨|增多|涨|高|提高|提升}(了)(多少|几|几件|多少件|几起|多少起|几个百分点)',
      '增长(量|数|额)|{多|增}出(来)(多少|几件|多少件)',
    ],
  },
  {
    role: { is: 'change', growth: 'down', percent: false, yearly: false },
    says: [
      '{下降|减少|降低|回落|少|降|低}(了)(多少|几|几件|多少件|几起|多少起|几个百分点)|{下降|减少}(量|数)',
    ],
  },
  {
    role: { is: 'change', growth: 'up', percent: true, yearly: false },
    says: ['{增幅|增长率|增长幅度|涨幅|增速}(是|有)(多少|多大)|增长(了)百分之{几|多少}|增幅'],
  },
  {
    role: { is: 'change', growth: 'down', percent: true, yearly: false },
    says: ['{降幅|下降幅度|减幅|下降率}(是|有)(多少|多大)|下降(了)百分之{几|多少}|降幅'],
  },
  {
    role: { is: 'change', growth: null, percent: false, yearly: false },
    says: [
      '增减(了)(多少|几|几件|情况|变化|幅度)|{相差|差了}(多少|几|几件|多少件)|差{多少|几件|几}|差距|是增(加)还是减(少)|(是)升(了)还是降(了)|增还是减|变化(了)(多少|几件|多大)|{多|增加|增多|增长|上升|涨}(了)还是{少|减少|下降|降}(了)|{多|少}了没(有)|有没有{增加|减少|增长|下降}',
    ],
  },
  {
    role: { is: 'change', growth: null, percent: false, yearly: true },
    says: ['同比(变化|增减)(多少|情况)|{同比|较上年|比上年|较去年|比去年}怎么样'],
  },
  {
    role: { is: 'change', growth: 'up', percent: false, yearly: true },
    says: ['同比{增长|增加|上升}(了)(多少|几件|几)|同比多(了)(多少|几件)'],
  },
  {
    role: { is: 'change', growth: 'down', percent: false, yearly: true },
    says: ['同比{下降|减少|降低}(了)(多少|几件|几)|同比少(了)(多少|几件)'],
  },
  {
    role: { is: 'change', growth: 'up', percent: true, yearly: true },
    says: ['同比(的){增幅|增长率|增长幅度|增速}(是)(多少)|同比增长(了)百分之{几|多少}'],
  },
  {
    role: { is: 'change', growth: 'down', percent: true, yearly: true },
    says: ['同比(的){降幅|下降幅度}(是)(多少)|同比下降(了)百分之{几|多少}'],
  },
]

/** Ways to reckon. */
export const reckoningWords: readonly LexiconEntry[] = [
  ...[...units, ...changes],
  {
    role: { is: 'sum', strong: true },
    says: ['一共|合计(数)|总共|累计|加起来|加在一起|共计|加总|总和|合起来|统共|之和'],
  },
  { role: { is: 'sum', strong: false }, says: ['总数(量)|总量|总件数|总额|总金额|共(有)'] },
  {
    role: { is: 'each' },
    says: [
      '各|各自|分别(是|为|有)|每{家|个单位|个部门|个街道|个镇|个乡镇|个局}|各家|逐{个|家}|每一家|{列|列出|列举|罗列}(一下|出来|下)(来)|清单|一览|名单',
    ],
  },
  ...(
    [
      [null, '哪些|哪几个|哪几家|有哪些|都有哪些', true],
      ['all', '{哪些|哪几个|有哪些|哪几家}(的){单位|机关}|哪些家', true],
      ['department', '{哪些|哪几个|有哪些}(的){部门|局|委办局}', true],
      ['subdistrict', '{哪些|哪几个|有哪些}(的)街道(办)(办事处)', true],
      ['township', '{哪些|哪几个|有哪些}(的){乡镇|镇|乡}', true],
      ['townshipsAndSubdistricts', '{哪些|哪几个|有哪些}(的){镇街|乡镇街道|街镇|镇街道}', true],
      ['all', '谁|哪{个|家|一家|一个}{单位|机关}|哪家|哪一家|什么单位', false],
      [null, '哪个|哪一个', false],
      ['department', '哪{个|家|一个}{部门|局|委办局}', false],
      ['subdistrict', '哪{个|一个}街道(办)(办事处)', false],
      ['township', '哪{个|一个}{镇|乡镇|乡}', false],
      ['townshipsAndSubdistricts', '哪{个|一个}{镇街|街镇}', false],
    ] as const
  ).map(([group, say, many]): LexiconEntry => ({ role: { is: 'which', many, group }, says: [say] })),
  ...(
    [
      [
        'all',
        '(有){几|多少}(个|家){单位|机关}|(有){几|多少}家|单位数(量)|{单位|机关}(总共|一共|共|总数)(有|是){几|多少}{个|家}',
      ],
      ['department', '(有){几|多少}(个|家){部门|局}|部门(总共|一共|共)(有|是){几|多少}{个|家}'],
      ['subdistrict', '(有){几|多少}(个|家)街道(办)(办事处)|街道(总共|一共|共)(有|是){几|多少}{个|家}'],
      ['township', '(有){几|多少}(个|家){镇|乡镇}|{镇|乡镇}(总共|一共|共)(有|是){几|多少}{个|家}'],
      ['townshipsAndSubdistricts', '(有){几|多少}(个|家){镇街|街镇|乡镇街道}'],
    ] as const
  ).map(([group, say]): LexiconEntry => ({ role: { is: 'howManyAgencies', group }, says: [say] })),
  { role: { is: 'most', order: 'desc' }, says: ['最{多|高|大|频繁}(的)|居首(位)|位居第一|第一多|靠前'] },
  { role: { is: 'most', order: 'asc' }, says: ['最{少|低|小}(的)|垫底(的)|靠后'] },
  {
    role: { is: 'ranking' },
    says: [
      '排名|排序|排行(榜)|排个{名|序}|从{高到低|多到少|大到小}(排)(列|序)|排列|排一下|由{高到低|多到少}(排)(列|序)|名次表',
    ],
  },
  {
    role: { is: 'position' },
    says: ['(排|排名|位列|位居|排在|居|名列)第几(位|名)|排几(位|名)|第几(名|位)|名次|什么位次|位次'],
  },
  {
    role: { is: 'main', by: 'row' },
    says: ['主要(的){原因|情形|理由|类型}(是什么|是哪些|是哪个|有哪些|是哪种)|{主因|首要原因}(是什么)'],
  },
  {
    role: { is: 'main', by: 'applicant' },
    says: [
      '(申请人)(主要)以{谁|哪类|哪类人|什么人|哪种人|哪类主体|哪类申请人}为主|(申请人)主要是{谁|哪类|什么人|哪类人|哪类申请人}|主要(是){申请人|申请主体}(是){谁|哪类}|谁申请(的)最多',
    ],
  },
  {
    role: { is: 'main', by: null },
    says: ['以{什么|哪种|哪类情形}为主|主要是(什么|哪种|哪种情形|哪类情形)'],
  },
  { role: { is: 'whichPart', by: 'applicant' }, says: ['哪{类|种|一类}{申请人|申请主体|主体|人}|什么人'] },
  { role: { is: 'whichPart', by: 'row' }, says: ['哪{种|类|一种|一类|个}{情形|原因|理由|结果}'] },
  {
    role: { is: 'average', over: 'agencies' },
    says: [
      '(平均){每家|每个单位|每单位|每个部门|每个街道|每个镇|各家}平均|平均(到){每家|每个单位|每单位|每个部门|每个街道|每个镇}(单位)|{家|单位}均|平均到每家',
    ],
  },
  { role: { is: 'average', over: 'years' }, says: ['年均|平均每年|每年平均|年平均'] },
  { role: { is: 'average', over: null }, says: ['平均(数|值)|均值'] },
  { role: { is: 'than' }, says: ['比(起)(了)|较|对比'] },
  { role: { is: 'compared' }, says: ['相比(较)|比较(一下)|{比|对比}一下|比一比|比起来|比的话|相较'] },
  {
    role: { is: 'whoMore' },
    says: [
      '{谁|哪个|哪家|哪一个|哪年|哪一年}{更|比较|的|}{多|高|少|低|大|小}(一些|一点|些)|{谁多谁少|谁高谁低|孰多孰少}',
    ],
  },
  {
    role: { is: 'trend' },
    says: [
      '(变化)(的){趋势|走势}(图|如何|怎么样|怎样)|变化情况|变化(的)曲线|逐年{变化|情况}(情况)|年度变化|历年变化(情况|趋势)|变化{如何|怎么样|怎样}|变动情况',
    ],
  },
  {
    role: { is: 'detail', by: null },
    says: [
      '(的)(具体|详细|各类){情况|构成|明细|组成|分布|分类|细目|细分|原因|结构|详情|结果}(是什么|是怎样的|怎么样|如何|有哪些|分别是什么|分别有哪些|分别多少|是哪些)',
      '(的)(具体)(有|是|都有|都是|分别是|分别有){哪些|什么}{情形|原因|理由|类型|种类|情况|结果}(的)|(的){情形|理由|原因}分别(是)(什么|哪些|多少|几件)|分别是{什么|哪些}(原因|情形|理由)|哪些{情形|原因|理由}|{情形|理由}',
    ],
  },
  {
    role: { is: 'detail', by: 'applicant' },
    says: [
      '(的)(各类)申请{人|者|主体}(的){类别|类型|构成|分布|组成|情况|结构|身份}(是什么|怎么样|如何|构成|分布|有哪些)|按申请{人|主体}(的)(类别|类型)(分|分类|统计|来分)(的)|各类申请{人|主体}',
    ],
  },
  {
    role: { is: 'hasNot' },
    says: ['{没有|没|未|从未}(再){收到|发生|被|受到|出现|接到|受理}(过)(任何)|没有(任何|一件)|无|零'],
  },
  { role: { is: 'whether' }, says: ['有没有|有无|是否(有)(被)|有没有{被|收到|发生}'] },
  {
    role: { is: 'confirm' },
    says: ['{对吧|对吗|对不对|是不是|是吗|是吧|没错吧|对不|是这样吗|正确吗|准确吗|对么|没错吗|是也不是}'],
  },
  { role: { is: 'plus' }, says: ['加|加上'] },
  { role: { is: 'and' }, says: ['和|与|及|以及|跟|同|、|还有'] },
  { role: { is: 'conjunction' }, says: ['但|但是|却|且|并且|而且|同时|既|又|也|同时又|并'] },
  {
    role: { is: 'matches' },
    says: [
      '{对得上|对上|对的上|对不对得上|对得上不|衔接得上|衔接|一致|接得上|能对上|吻合|相符|相等}(吗|么|不|没|没有)(一致)|对不上|是否{一致|衔接|相符|吻合|对得上|相等}',
    ],
  },
  {
    role: { is: 'explain' },
    says: [
      '{这个|这|那个|上面的|刚才的}(数|数字|数据|结果)(是){怎么算|怎么得|怎么计算|如何计算|如何算}(出来|来|出)(的)|{怎么|如何}{算|得|计算}(出来|来)的|怎么来的|如何计算|出处(是哪里|在哪|是什么|呢)|{哪张|哪个|哪份}(年报的)表(里)(的)(哪一格|哪个格)|依据(是什么|是哪里|呢)|{数据|数字}(的){来源|出处}(是什么|是哪里|在哪)|从哪(里|儿)来的|来源|哪里来的|怎么计算|怎么算',
    ],
  },
]
