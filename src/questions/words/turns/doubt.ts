import { withoutCourtesy } from '../text/courtesy.ts'
import { normaliseQuestion } from '../text/normalise.ts'
import { isTooLong } from '../text/question-limit.ts'

const doubt =
  /^(?:(?:您|你)?(?:确定|肯定)(?:吗|么|嘛|不|是这个数?吗?)?|(?:是|对|真的|准|准确|没错|没问题)(?:吗|么|嘛)|真的假的|真的|不对|不会|没(?:搞|弄|算|查|看)错|(?:有没有|是不是)(?:搞|弄|算|查|看)错了?)(?:吧|吗|啊|呀|哦|,)*$/u
const again =
  /^(?:(?:您|你)?(?:再|重新)(?:帮我|给我)?(?:查|核|核对|核实|看|确认|算|统计|对)(?:一下|下|一遍|一次|看看|看|查|核|遍)?)(?:吧|啊|呀|好吗|,)*$/u

/** 确定吗, 不对吧, 再查一下: the answer before is doubted, and nothing else is asked. */
export function doubtsAnswer(said: string): boolean {
  if (isTooLong(said)) return false
  const text = withoutCourtesy(normaliseQuestion(said)).replaceAll(/[,.?]+$/gu, '')
  return doubt.test(text) || again.test(text)
}
