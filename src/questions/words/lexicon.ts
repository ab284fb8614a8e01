import type { AgencyGroup } from '../query/query.ts'

/**
 * The words of a question, as data. How to read an entry: `|` stands between two ways to say it, `{a|b}` for one of
 * them, `(a|b)` for one of them or nothing. Longest match first; what no entry claims is not understood.
 * Words of figures and reckonings that are not answered yet stand in other-words.ts.
 */

/** What a word does in a question. */
export type WordRole =
  /** Adds nothing. */
  | { readonly is: 'empty' }
  /** The row 本年新收, by its label or by a noun that can mean nothing else. */
  | { readonly is: 'received' }
  /** A verb that means 本年新收 unless a noun of another figure stands with it; `alone`: also without 申请. */
  | { readonly is: 'receiving'; readonly alone: boolean }
  /** A verb of the applicant: with an agency before it, it may be the agency that applied. */
  | { readonly is: 'applying' }
  /** Asks for a number; `unit` as said. */
  | { readonly is: 'howMany'; readonly unit: string | null }
  | { readonly is: 'unit' }
  /** `strong`: adds up even where 各 stands. */
  | { readonly is: 'sum'; readonly strong: boolean }
  /** 各, 分别: one figure each. */
  | { readonly is: 'each' }
  | { readonly is: 'group'; readonly group: AgencyGroup; readonly each: boolean }
  /** 街道办: one agency of a kind, asked back where there are several. */
  | { readonly is: 'oneOf'; readonly group: 'subdistrict' }
  /** 我局: the agency of the conversation. */
  | { readonly is: 'own' }
  /** 区政府: another place's government, a whole city: nobody of this roster. */
  | { readonly is: 'elsewhere' }
  | { readonly is: 'and' }
  /** 向 before an agency. */
  | { readonly is: 'towards' }
  /** 年报: what the figures stand in. */
  | { readonly is: 'report' }
  | { readonly is: 'whether' }
  | { readonly is: 'confirm' }
  | { readonly is: 'help' }

export interface LexiconEntry {
  readonly role: WordRole
  readonly says: readonly string[]
}

/** The words that lead to an answer. */
export const lexicon: readonly LexiconEntry[] = [
  {
    role: { is: 'empty' },
    says: [
      '(我){请问|想问|问}(一下|下|你|您)|请(您)|(我){想|想要}{查|查询|了解|知道|问问}(一下|下)|问问',
      '麻烦(您|你)|劳驾|帮忙|帮(我|我们){查|看|问|算|找}(一下|下|看)|给我{查|看}(一下|下)',
      '查|查查|查一查|查询|{查|查询|看|说}{一下|下}|看看|说说|一下|告诉(我)(一下)',
      '你好|您好|大家好|各位好|谢谢(你|您|了)|多谢|辛苦(了)',
      '的|了|呢|吗|啊|哈|呀|吧|嘛|哦|喔|噢|嗯|到底|究竟|现在|那个|那|那么|总的来说|是|有|里|里面',
    ],
  },
  {
    role: { is: 'received' },
    says: [
      '(一、){本年|本年度}新收(到){政府信息公开申请|信息公开申请|依申请公开|依申请|申请}(的){数量|件数|数}',
      '(一、){本年|本年度}新收{政府信息公开申请|信息公开申请|依申请公开|依申请|申请}|{本年|本年度}新收(件)|新收(件)',
      '依申请(公开)(政府信息|信息)(的)(申请)(数量|件数|数据|数目|数|量)',
      '{依|}申请公开(政府信息|信息)(的)(数量|件数|数据|数目|数|量)',
      '{政府信息|信息|政务|政务信息|}公开(的)申请(的)(数量|件数|数据|数目|数|量)',
      '申请(的)(数量|件数|数据|数目|数|量)|申请件|申请事项',
      '收件(数量|数|量)',
    ],
  },
  { role: { is: 'receiving', alone: true }, says: ['收到(过)'] },
  { role: { is: 'receiving', alone: false }, says: ['收|接收|接到(过)|受理(过)|新增|新受理|新收到|接收到'] },
  { role: { is: 'applying' }, says: ['申请{了|过}|提交|提出|递交|提过|提起'] },
  { role: { is: 'howMany', unit: null }, says: ['(是|有|为){多少|几}|(的){数量|件数|数目|数字|数据}|数|量'] },
  ...['件', '条', '个', '份', '起', '宗', '项'].flatMap((unit): readonly LexiconEntry[] => [
    { role: { is: 'howMany', unit }, says: [`(是|有|为){多少|几}${unit}`] },
    { role: { is: 'unit' }, says: [unit] },
  ]),
  { role: { is: 'sum', strong: true }, says: ['一共|合计|总共|累计|加起来|加在一起|共计'] },
  { role: { is: 'sum', strong: false }, says: ['总数(量)|总量|总计|总件数|共'] },
  { role: { is: 'each' }, says: ['各|各自|分别|每{家|个单位|个部门|个街道|个镇}|各家|逐个'] },
  { role: { is: 'group', group: 'all', each: true }, says: ['各(个){单位|机关}'] },
  { role: { is: 'group', group: 'all', each: false }, says: ['{所有|全部|全体}(的){单位|机关}'] },
  {
    role: { is: 'group', group: 'department', each: true },
    says: ['{各|各个}(区直|县直|市直|区级|县级)部门'],
  },
  {
    role: { is: 'group', group: 'department', each: false },
    says: ['(所有|全部)(区直|县直|市直|区级|县级)部门'],
  },
  { role: { is: 'group', group: 'subdistrict', each: true }, says: ['{各|各个}街道(办|办事处)'] },
  { role: { is: 'group', group: 'subdistrict', each: false }, says: ['{所有|全部}街道(办|办事处)'] },
  { role: { is: 'group', group: 'township', each: true }, says: ['{各|各个}{镇|乡镇}'] },
  { role: { is: 'group', group: 'township', each: false }, says: ['乡镇|{所有|全部}{镇|乡镇}'] },
  {
    role: { is: 'group', group: 'townshipsAndSubdistricts', each: true },
    says: ['{各|各个}{镇街|街镇|乡镇街道|镇和街道|街道和镇|乡镇和街道|镇街道}'],
  },
  {
    role: { is: 'group', group: 'townshipsAndSubdistricts', each: false },
    says: ['(所有|全部){镇街|街镇|乡镇街道|镇和街道|街道和镇|乡镇和街道}'],
  },
  { role: { is: 'oneOf', group: 'subdistrict' }, says: ['街道办|街道办事处|街道'] },
  {
    role: { is: 'own' },
    says: [
      '{我|咱}{局|单位|镇|街道|办|委|街}|{我们|咱们}(局|单位|镇|街道|办|委|这里|这边)|本{局|单位|机关|镇|街道}',
    ],
  },
  { role: { is: 'and' }, says: ['和|与|及|以及|跟|、'] },
  { role: { is: 'towards' }, says: ['向'] },
  { role: { is: 'report' }, says: ['(工作){年报|年度报告}(里|中|里面|上|里头|显示)|报告{里|中|显示}'] },
  { role: { is: 'whether' }, says: ['有没有|有无|是否(有)'] },
  { role: { is: 'confirm' }, says: ['对吧|对吗|对不对|是不是|是吗|是吧|没错吧'] },
  {
    role: { is: 'help' },
    says: [
      '帮助|help|菜单|menu|怎么用|怎么使用|使用说明|使用方法|你能做什么|你会什么|能干什么|能做什么|功能|hi|hello|嗨|在吗|你是谁',
    ],
  },
]
