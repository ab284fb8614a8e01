import { isNod } from '../text/courtesy.ts'
import { normaliseQuestion } from '../text/normalise.ts'
import { isTooLong } from '../text/question-limit.ts'
import { segment } from '../tokens/segment.ts'
import { emptyVocabulary } from '../tokens/vocabulary.ts'

/** 帮助, 你好: what the bot can do. Also a lone question mark, and nothing but polite words; 嗯嗯 asks nothing. */
export function asksForHelp(text: string): boolean {
  if (isNod(text)) return false
  const roles = rolesOf(text)
  return roles.length > 0 && roles.every((role) => ['empty', 'mark', 'help', 'confirm'].includes(role))
}

/** 帮助, 怎么用: help is asked for by its name; a greeting is not enough. */
export function namesHelp(text: string): boolean {
  return asksForHelp(text) && rolesOf(text).includes('help')
}

function rolesOf(text: string): readonly string[] {
  if (isTooLong(text) || text.trim() === '') return []
  return segment(normaliseQuestion(text), emptyVocabulary()).map(({ role }) => role.is)
}

const checkWords =
  '核对|核查|检查|校验|审核|审查|查错|查一查|查|把关|复核|审一审|上传|报送|提交|上报|交|发|送|看'
const aroundCheck =
  '请|帮忙|帮|麻烦|给|我们|我|局|单位|的|这份|那份|一份|这个|那个|这张|这|一下|一遍|下|表格|表|数据|数字|有没有|有无|没有|错误|错|问题|对不对|能不能|政府信息公开|工作|年度|报告|年报|文件|材料|吧|要|想|怎么|如何|怎样|把|,|(?:19|20)\\d\\d年?|去年|本年|今年'
const onlyCheckWords = new RegExp(`^(?:${checkWords}|${aroundCheck})+$`, 'u')
const someCheckWord = new RegExp(`${checkWords}|^(?:报告|年报|文件)$`, 'u')

/** 把年报发我: the bot is to send something. */
const sendMe = /[发传转](?:送)?(?:给)?我|给我[发传]/u

/** 核对一下年报, 怎么交报告: somebody wants a report looked at and sent no file with it. */
export function asksForCheck(text: string): boolean {
  const said = isTooLong(text) ? '' : normaliseQuestion(text)
  return onlyCheckWords.test(said) && someCheckWord.test(said) && !sendMe.test(said)
}

// No part is made of others: the ways to cut a long text stay few.
const thanks =
  /^(?:好|的|收到|明白|知道|ok|嗯|太|非常|多|十分|谢|感谢|辛苦|thanks|thankyou|你|您|大家|啦|了|啊|哈|呀|哦|,)+$/u
const thanking = /谢|辛苦|thank/u

const closing =
  /^(?:那|就|先|还是|哎|唉|,)*(?:算了|不问了|不用了?|不必了?|取消|不要了?|没事儿?了?|不查了|不看了|不需要了?|都不是|就这样)(?:吧|啦|了|,)*(?:谢谢|多谢)?(?:你|您|了|啦|,)*$/u

/** 算了, 不用了谢谢: nothing more is wanted. */
export function isClosing(text: string): boolean {
  return closing.test(normaliseQuestion(text))
}

/** 谢谢, 好的谢谢: thanks and nothing else. */
export function isThanks(text: string): boolean {
  const said = isTooLong(text) ? '' : normaliseQuestion(text)
  return thanks.test(said) && thanking.test(said)
}

const format =
  /^(?:请|麻烦|给我|发我|发|有没有|有|要|,)*(?:一个|一份|个|份)?(?:空白|标准|规定)?(?:的)?(?:政府信息公开(?:工作)?)?(?:年度报告|年报|报告)?(?:的)?(?:模板|模版|范本|样表|空白表|格式)(?:文件|要求)?(?:发我|发一下|吗|呢|是什么|,)*$/u

/** 模板, 年报格式: somebody wants to know what a report looks like. */
export function asksForFormat(text: string): boolean {
  return !isTooLong(text) && format.test(normaliseQuestion(text))
}
