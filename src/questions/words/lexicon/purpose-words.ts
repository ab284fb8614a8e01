import type { PlacedWord } from './placed-words.ts'

const empty = (where: string): PlacedWord => ({ role: { is: 'empty' }, where })

/** Begins a line or a clause. */
const start = '(?<=^|,)'
/** Who asks for the figure, and is none of those it is of. */
const who = '(?:领导|主任|局长|书记|科长|处长|上级|上面|上头|[市省区县]里)'
const whenAsked = '(?:昨天|昨晚|前天|今天|今早|刚才|刚刚|早上|上午|中午|下午)?'
/** 我局 is whose figure it is; 我 is who was asked. */
const me = '(?:(?:我们|咱们)|我(?![局区县市旗单部镇街乡办委院处村系家所]))?'

/** 昨天领导问我, 市里要数: who wants the figure, and to whom it goes, narrows nothing. */
export const purposeWords: readonly PlacedWord[] = [
  empty(`${start}${whenAsked}${who}(?:又|在|来|就)?问(?:了|过|起)?${me}(?:,|一下)?(?![的问到])`),
  empty(
    `${start}${whenAsked}${who}(?:急着|马上|等着|今天|现在)?(?:要|催)(?:着要)?(?:个|一个|这个)?(?:数据|数字|数|材料|汇总)(?=,)`,
  ),
  // 请将…报给我.
  empty('(?<=^|,|请)将(?=[^,、]{3,40}(?:报给|提供给|反馈给|告知|告诉)(?:我|领导))'),
  empty('(?:报|提供|反馈)给(?:我们?|领导)(?=$|,)'),
  // 我要教育局2024年的依申请数.
  empty(
    `${start}我(?:们)?(?:就|只)?(?:想)?要(?=[^,、申提投举起告求交报复诉反][^,、]*(?:数|数据|数字|情况)$)`,
  ),
]
