/** What WeChat and DingTalk write for their own little pictures: [玫瑰], [抱拳]. Other words in brackets are words. */
const names = [
  '微笑|撇嘴|色|发呆|得意|流泪|害羞|闭嘴|睡|大哭|尴尬|发怒|调皮|呲牙|龇牙|惊讶|难过|囧|抓狂|吐|偷笑|愉快|白眼|傲慢|困|惊恐|憨笑|悠闲|咒骂|疑问|嘘|晕|衰|骷髅|敲打|再见|擦汗|抠鼻',
  '鼓掌|坏笑|右哼哼|左哼哼|哈欠|鄙视|委屈|快哭了|阴险|亲亲|可怜|笑脸|生病|脸红|破涕为笑|恐惧|失望|无语|嘿哈|捂脸|奸笑|机智|皱眉|耶|吃瓜|加油|汗|天啊|社会社会|旺柴|好的|打脸|哇',
  '翻白眼|666|让我看看|叹气|苦涩|裂开|嘴唇|爱心|心碎|拥抱|强|弱|握手|胜利|抱拳|勾引|拳头|ok|合十|啤酒|咖啡|蛋糕|玫瑰|凋谢|菜刀|炸弹|便便|月亮|太阳|庆祝|礼物|红包|发|福|烟花|爆竹',
  '猪头|跳跳|发抖|转圈|赞|送花花|鲜花|感谢|送花|对勾|打call|思考|大笑|爱意|害羞|流鼻血|灵感|忙疯了|收到|点赞|比心|举手|三多|老板|元气满满|暗中观察|狗子|专注|跑步|敬礼|谢谢',
]

const emoticon = new RegExp(String.raw`[[【](?:${names.join('|')})[\]】]`, 'giu')

/** A text without them. */
export function withoutEmoticons(text: string): string {
  return text.replaceAll(emoticon, '')
}
