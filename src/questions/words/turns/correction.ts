import { withoutGreeting } from '../text/courtesy.ts'

/** 我要的. */
const meant = '(?:(?:我|咱)?(?:们)?(?:说|问|要问|想问|要|要看|想看|想要|想查|要查|指)的)'

/** 我要问, 我是想问, 我要. */
const wanted = '(?:我(?:是|其实是)?(?:要|想|想要)?(?:问|查|看|说)(?=[^,]{2})|(?:我(?:是)?)?想?要(?=[^,]{2}))'

/** 别看科技局，看教体局. */
const rather =
  '(?:别|不|不用|不要|不想|先别|别再)[看问要查说][^,]{1,30},(?:就|我|我们)?(?:要)?[看问要查说是](?!其他|别的|剩下|全)|(?:不|别)(?<verb>[看问要查])[^,]{1,20}?,?(?:就|我|我们)?\\k<verb>(?!求|闻|其他|别的|剩下|全)'

/** 改成2024年, 把甲局换成乙局, 换个年份2023; 改成30件 would change the data. */
const instead =
  '(?:把[^,]{1,20}?)?(?:改|换|调|更正|修正)[成为](?![^,]{0,4}\\d+(?:件|条|个|起|份|万|元|%|$))|(?:换|改)(?:个|一个|一下)?(?:年份|年度|单位)[,:是为成]?|换一年,?'

/** 不对, 我打错了, 年份也错了, 纠正一下: the question before was not the one meant. */
const denials = [
  '不对',
  '不是(?=[啊哦吧呀了,])',
  '不不',
  '错了',
  '错啦',
  '(?:我)?(?:搞|弄|说|问|打|看|写)(?:的)?错(?:年份|年度|单位|名字)?了?',
  '(?:年份|年度|单位|名字|指标)也?(?:不对|(?:搞|弄|说|问|打|写)?错了)',
  '(?:纠正|更正|修正|改正|改)(?:一下|下)(?=[,是为成])',
  '更正(?=,)',
]

/** 不是科技局，是教体局; 不对，是2023年; 我说的是行政复议: what follows goes on from the last question. */
const correction = new RegExp(
  `^(?:${[
    rather,
    `不是[^,]{1,30}?,?(?:(?:而)?(?<!不)是|${meant}(?:应该)?是)`,
    `(?:(?:${denials.join('|')})[啊哦吧呀了]*,?)+(?:${meant}|${wanted})?(?:应该|应)?(?:是)?`,
    `${meant}(?:应该)?是|我是(?:说|问|想问|要问)|我(?:是)?指(?:的是)?|应该是|不(?:是|对)?,|我要(?=[^,]{2,30}的$)`,
    instead,
  ].join('|')})(?=.)`,
  'u',
)

/** Takes a correction's opening off; null where the text corrects nothing. */
export function withoutCorrection(text: string): string | null {
  const plain = withoutGreeting(text)
  const found = correction.exec(plain)
  return found === null ? null : plain.slice(found[0].length).replace(/^,/u, '')
}
