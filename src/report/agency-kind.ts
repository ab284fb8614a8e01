/**
 * What kind of organ an agency is: it decides the deadline, what its report must contain, and whether it may
 * make 规章.
 */
export type AgencyKind = 'department' | 'government' | 'township' | 'subdistrict'

const township = /(?:镇|乡|民族乡|苏木)(?:人民政府|政府)?$/
const governmentOffice = /政府(?:办公厅|办公室|办)$/
const subdistrict = /街道(?:办事处|办)?$/
const areaAlone = /(?:省|自治区|市|自治州|盟|地区|县|区|旗)$/
const zone = /(?:开发区|高新区|示范区|管理区|风景区|新区|园区)$/

/**
 * The kind an agency's name shows: …人民政府 or an area alone → government; …镇/乡人民政府 → township;
 * …街道办事处 → subdistrict; else department (…人民政府办公室 among them).
 */
export function agencyKindOf(name: string): AgencyKind {
  if (governmentOffice.test(name)) return 'department'
  if (subdistrict.test(name)) return 'subdistrict'
  if (township.test(name)) return 'township'
  if (name.endsWith('人民政府')) return 'government'
  if (areaAlone.test(name) && !zone.test(name)) return 'government'
  return 'department'
}
