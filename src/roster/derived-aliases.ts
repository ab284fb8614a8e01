/**
 * What people call an agency without its place: official name first, then the usual short forms. A name that stands
 * anywhere in a line may be called by the others.
 */
export const derivedAliases: readonly (readonly string[])[] = [
  ['发展和改革局', '发展改革局', '发改局'],
  ['发展和改革委员会', '发改委'],
  ['教育和体育局', '教体局'],
  ['科学技术局', '科技局'],
  ['工业和信息化局', '工信局'],
  ['人力资源和社会保障局', '人社局'],
  ['自然资源局', '资规局', '自规局'],
  ['自然资源和规划局', '自然资源局', '资规局', '自规局'],
  ['住房和城乡建设局', '住建局'],
  ['交通运输局', '交通局', '交运局'],
  ['农业农村局', '农业局'],
  ['文化和旅游局', '文旅局'],
  ['卫生健康局', '卫健局'],
  ['卫生健康委员会', '卫健委'],
  ['退役军人事务局', '退役局'],
  ['应急管理局', '应急局'],
  ['市场监督管理局', '市场监管局', '市监局'],
  ['医疗保障局', '医保局'],
  ['行政审批服务局', '审批局'],
  ['城市管理局', '城管局'],
  ['城市管理和综合行政执法局', '城市管理综合行政执法局', '综合执法局', '执法局', '城管局'],
  ['综合行政执法局', '综合执法局', '执法局', '城管局'],
  ['生态环境局', '生态环境分局', '环保局', '环保分局'],
  ['公安局', '公安分局'],
  ['人民政府办公室', '政府办公室', '政府办', '府办'],
]

/** Endings of townships and subdistricts, whose own name (鼓楼, 新兖) may stand for them. */
export const placeNamedAgencies: readonly {
  readonly pattern: RegExp
  readonly endings: readonly string[]
}[] = [
  { pattern: /^(.+)街道(?:办事处)?$/u, endings: ['街道办事处', '街道', '街道办', '街办', '办事处', ''] },
  { pattern: /^(.+)镇(?:人民政府)?$/u, endings: ['镇人民政府', '镇', '镇政府', ''] },
  { pattern: /^(.+)乡(?:人民政府)?$/u, endings: ['乡人民政府', '乡', '乡政府', ''] },
  { pattern: /^(.+)苏木(?:人民政府)?$/u, endings: ['苏木人民政府', '苏木', '苏木政府', ''] },
]
