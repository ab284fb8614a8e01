import type { LexiconEntry } from '../tokens/roles.ts'
import { number } from './number-of.ts'

/** Names of the figures of table 二: labels of the form first, then what staff say. */
export const disclosureWords: readonly LexiconEntry[] = [
  { role: { is: 'documents', row: 'rules' }, says: [`(第一项(的))(政府|部门|行政)规章(${number})`] },
  {
    role: { is: 'documents', row: 'normativeDocuments' },
    says: [`(第一项(的))(行政)规范性文件(${number})|规范性(的)文件`],
  },
  {
    role: { is: 'member', column: 'issued' },
    says: [
      '(本年)(新){制发|制定|出台|印发|制订|颁布|下发|起草制定|公布实施}(了)(过)(的)(件数)|新{发|出|出台}(了|过)(的)|发文(的)(数)(量)',
    ],
  },
  {
    role: { is: 'member', column: 'repealed' },
    says: [
      '(本年)(被)(宣布){废止|失效|清理|废除|作废|废掉|废|取消|清理掉}(了)(过)(的)(件数)|(清理|宣布){废止失效|废止和失效|废止}(了)(的)',
    ],
  },
  {
    role: { is: 'member', column: 'inForce' },
    says: [
      '{现行|继续|仍|仍然|还|目前|现在|依然|在}(是)有效(的)(件数)|有效(的)(件数)|存量|现行(的)|现有(的)|(还|仍|仍然)(在){用|执行|施行|使用}(着)的|(还|仍|仍然)在有效期(内|里)(的)',
    ],
  },
  {
    role: { is: 'decision', row: 'licenses' },
    says: [
      `(第五项(的))(行政)(审批)许可(了)(处理|事项|办理)(决定|办件)(的)(${number}|量)|{发|核发|颁发|批|办|批准|核准}(了)({几|多少}{个|件|份|张|项})(行政)许可(证)(件数)|(行政)许可{批|发}{了|过|出|出去}(的)|{批准|批|批出|批出去|办出|批准出去}(了|过|的)(行政)许可(的)(${number})`,
    ],
  },
  {
    role: { is: 'decision', row: 'penalties' },
    says: [
      `(第六项(的))(行政)处罚(了)(处理)(决定)(书)(案件|案子|案)(的)(${number}|量)|{下达|开出|开具|作出|下}(了)({几|多少}{张|个|份|件|起})(行政)处罚(决定)(书)(的)|(行政)罚单(开了)|{开|开出|下|开具}(了)({几|多少}{张|个|份})(行政)罚单`,
      '罚了(有){多少|几}{件|起|宗|次|个|项}',
    ],
  },
  {
    role: { is: 'decision', row: 'coerciveMeasures' },
    says: [
      `({采取|实施|使用|动用|用}(了|过)({几|多少}{次|件|起|项}))(第六项(的))(行政)强制(措施)(处理)(决定)(的)(${number}|次数)`,
    ],
  },
  {
    role: { is: 'decision', row: 'fees' },
    says: [
      '(第八项(的)){行政事业性|行政事业|事业性|行政|}收费(的)(收取|收缴|征收)(的)(金额|数额|收入)|收的费(用)|收费收上来|收了多少钱|收费多少钱|收了多少费(用)',
    ],
  },
]
