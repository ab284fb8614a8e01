import type { LexiconEntry } from '../tokens/roles.ts'

/** Whose figure: groups, the conversation's own agency, who is left out. */
export const whoseWords: readonly LexiconEntry[] = [
  {
    role: { is: 'group', group: 'all', each: true },
    says: ['(给|为)各(个){单位|机关}(各)|各{部门各|部门和}{镇街|单位}|各级各部门|每家单位'],
  },
  { role: { is: 'group', group: 'all', each: true }, says: ['本群(的)(各)单位'] },
  {
    role: { is: 'group', group: 'all', each: false },
    says: ['本群(的)|{所有|全部|全体}(的){单位|机关}|大家|整体|各级(各){单位|机关}|各级部门|全区上下'],
  },
  { role: { is: 'kind', group: 'all' }, says: ['单位|机关'] },
  { role: { is: 'rest', group: 'all' }, says: ['{其他|其余|其它|别的}(的)(各){单位|机关}'] },
  { role: { is: 'rest', group: 'department' }, says: ['{其他|其余|其它|别的}(的)(各){部门|局}'] },
  { role: { is: 'rest', group: 'subdistrict' }, says: ['{其他|其余|其它|别的}(的)(各)街道'] },
  { role: { is: 'rest', group: 'township' }, says: ['{其他|其余|其它|别的}(的)(各){镇|乡镇}'] },
  {
    role: { is: 'group', group: 'department', each: true },
    says: ['{各|各个|每个|每一个}(区直|县直|市直|区级|县级|区|县|市){部门|局|委办局}|各委办局'],
  },
  {
    role: { is: 'group', group: 'department', each: false },
    says: ['(所有|全部){区直|县直|市直|区级|县级|市级}(部门|单位)|{所有|全部}(的){部门|局}'],
  },
  { role: { is: 'kind', group: 'department' }, says: ['部门'] },
  {
    role: { is: 'group', group: 'subdistrict', each: true },
    says: [
      '{各|各个|每个|每一个|这几个|那几个|这几家|那几家}街道(办)(办事处)|各街办|几个街道{里头|当中|里面|之中}',
    ],
  },
  { role: { is: 'group', group: 'subdistrict', each: false }, says: ['{所有|全部}(的)街道(办)(办事处)'] },
  { role: { is: 'kind', group: 'subdistrict' }, says: ['街道'] },
  {
    role: { is: 'group', group: 'township', each: true },
    says: ['{各|各个|每个|每一个|这几个|那几个}{镇|乡镇|苏木|乡镇苏木|苏木乡镇|苏木镇}'],
  },
  {
    role: { is: 'group', group: 'township', each: false },
    says: ['{所有|全部}(的){镇|乡镇|苏木}|全部乡镇|(那){镇|乡镇|乡|苏木}{里|上}'],
  },
  { role: { is: 'kind', group: 'township' }, says: ['乡镇|镇|苏木'] },
  {
    role: { is: 'group', group: 'townshipsAndSubdistricts', each: true },
    says: [
      '{各|各个|每个|每一个}{镇街|街镇|乡镇街道|镇和街道|街道和镇|乡镇和街道|镇街道|镇、街道|街道、镇|乡镇、街道}|{这|那}几{个|家}{镇街|街镇}',
    ],
  },
  {
    role: { is: 'group', group: 'townshipsAndSubdistricts', each: false },
    says: [
      '(所有|全部)(的){镇街|街镇|乡镇街道}|{所有|全部}(的){镇和街道|街道和镇|乡镇和街道|镇、街道|街道、镇}',
    ],
  },
  {
    role: {
      ...{ is: 'group', group: 'townshipsAndSubdistricts', each: false },
      parts: ['township', 'subdistrict'],
    },
    says: ['{镇|乡镇}{和|与|跟|、}{街道|街办}'],
  },
  {
    role: {
      ...{ is: 'group', group: 'townshipsAndSubdistricts', each: false },
      parts: ['subdistrict', 'township'],
    },
    says: ['{街道|街办}{和|与|跟|、}{镇|乡镇}'],
  },
  ...['分局', '中心', '管委会', '服务中心', '乡'].map((ending): LexiconEntry => ({
    role: { is: 'ending', ending },
    says: [`{各|各个|每个|每一个|所有}${ending}`],
  })),
  { role: { is: 'oneOf', group: 'subdistrict' }, says: ['街道办|街道办事处'] },
  {
    role: { is: 'own' },
    says: [
      '{我|咱|俺}{局|单位|镇|街道|办|委|街|处|中心|乡|机关|厅|院|分局|管委会}|{我们|咱们|咱|俺们}(局|单位|镇|街道|办|委|这里|这边|家|中心|自己|乡|街|机关|厅|分局|管委会|这儿|自家|那份|这份|自己那份)|本{局|单位|机关|镇|街道|部门|办}|我局自己|{我们|咱们|咱}(这){几家|几个{单位|局|部门}}',
    ],
  },
  {
    role: { is: 'it' },
    says: [
      '{它|他|她}们|它|{该|这个|这|那个|那}{局|单位|部门|街道|镇|家}|他们(家|局)|这家(单位)|那家(单位)|其',
      '{{这|那|上述|以上|上面|刚才}(这|那)|刚才说的|前面(这|那)}(的){{几|些|两|三|四|五|六|七|八|九|十|2|3|4|5|6|7|8|9|10}{家|个}{单位|局|部门|机关}|{几|两|三|四|五|六|七|八|九|十|2|3|4|5|6|7|8|9|10}家|些(个){单位|部门}}',
    ],
  },
  {
    role: { is: 'except' },
    says: ['除(了)|除去|除开|不含|不算|不包括|不包含|剔除|扣除|去掉|排除|撇开|刨掉|刨去|刨开|刨除|抛开'],
  },
  { role: { is: 'exceptEnd' }, says: ['除外|以外|之外|外'] },
  { role: { is: 'towards' }, says: ['向|找'] },
]
