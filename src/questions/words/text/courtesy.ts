import { withoutEmoticons } from './emoticons.ts'
import { normaliseQuestion } from './normalise.ts'
import { isTooLong } from './question-limit.ts'

const before =
  /^(?:(?:请问|(?:麻烦|请)(?:您|你)?(?:帮我|帮忙|帮)?(?:查查?|看看?|问)?(?:一下|下)?|[你您]好|大家好|不好意思|抱歉|打扰了?|那个|[哦噢喔啊嗯呃哎诶]+|(?:大家好)?(?:我)?想?(?:了解|问)(?:一下|下)|看(?:一下|下)|领导问|(?:好的?|收到|谢谢|多谢|感谢|行|嗯)(?=,)|(?:麻烦)?给我),?)+/u
const behind =
  /(?:,*(?:多谢|感谢|谢+(?!谢)|辛苦|麻烦|拜托|急)(?:您|你)?[啦了哈呀]*(?![啦了哈呀])|[哈呀哦喔嘛哇呗啦])+[,.]*$/u

/** A normalised text without what is only polite in front; as it is where nothing else is said. */
export function withoutGreeting(text: string): string {
  return orWhole(text.replace(before, ''), text)
}

/** A normalised text without what is only polite, in front and behind; as it is where nothing else is said. */
export function withoutCourtesy(text: string): string {
  return orWhole(withoutGreeting(text).replace(behind, ''), text)
}

function orWhole(rest: string, text: string): string {
  return rest.replaceAll(/[,.]/gu, '') === '' ? text : rest
}

const nod =
  /^(?:[嗯恩哈呵嘿哦噢喔啊呃额,.-]|(?:这么|那么)[多少高低](?=[,啊呀哦哈]*$)|还行|还好|不少啊|挺[多少高低]的?(?=[,啊呀哦哈]*$))+[呀]?$/u
const marks = /[,.-]/gu

/** 嗯嗯, 哈哈, 哦，这么多, a thumb up or a rose: said to show that somebody has read, and no wish for help. */
export function isNod(text: string): boolean {
  if (isTooLong(text)) return false
  const said = normaliseQuestion(text)
  if (said.replaceAll(marks, '') !== '') return nod.test(said)
  return /\p{Extended_Pictographic}/u.test(text) || withoutEmoticons(text) !== text
}
