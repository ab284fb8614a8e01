import type { LexiconEntry } from '../tokens/roles.ts'

/** Words that go on from the question before, and those that are no question of figures. */
export const plainWords: readonly LexiconEntry[] = [
  {
    role: { is: 'goesOn', within: false },
    says: ['那|那么|换成|换|改看|改问|同样(的)|看|再看(看|下|一下)|接着'],
  },
  { role: { is: 'goesOn', within: true }, says: ['其中(的)|这里面|这里边|里边'] },
  {
    role: { is: 'help' },
    says: [
      '帮助|help|菜单|menu|怎么用|怎么使用|使用说明|使用方法|你能做什么|你会什么|能干什么|能做什么|你能干什么|你能干啥|功能|(我){能|可以|都能|都可以}问(你|您)(些)(什么|哪些|啥)(问题|内容)|(你|您){都|}{能|可以|会|可}{查|问|答|回答|统计|算|查询|干|做}(到)(出)(些){什么|哪些|啥}({数据|东西|内容|问题|指标|数|事})|你是谁|说明书|指令|命令',
    ],
  },
  {
    role: { is: 'thanks' },
    says: [
      '{好的|好}{谢谢|多谢|感谢|辛苦}(你|您|了|啦|大家|各位|喽)|感谢(你|您|了)|知道了|明白(了)|收到谢谢|好的|好嘞|ok|行了|可以了|没事了|算了(吧)|不问了|再见|拜拜',
    ],
  },
]
