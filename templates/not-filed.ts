import type { Refused } from '../src/roster/filing.ts'
import { escapeMarkdown, verbatim } from './markdown.ts'

/** Why a report was checked and not kept, and what to do, in one paragraph. `place` names the conversation or person for the administrator. */
export function notFiled(refused: Refused, place: string): string {
  return `**这份报告没有收存**，下面只是核对结果。${why(refused, place)}`
}

function why(refused: Refused, place: string): string {
  switch (refused.reason) {
    case 'unbound_group':
      return `原因：本群还没有绑定单位。请把本群编号 ${verbatim(place)} 告诉管理员，绑定好以后再发一次；也可以由单位的联络员在单聊里发给我。`
    case 'unlisted_person':
      return `原因：您还没有登记为单位的联络员。请把文件发到本单位的工作群里，再引用它并 @我；或者把您的编号 ${verbatim(place)} 告诉管理员，登记好以后再发一次。`
    case 'outside':
      return `原因：报告是“${escapeMarkdown(refused.agency)}”的，这里只收${names(refused.own)}的报告。请核对标题里的单位名称；名称没错的话，请把文件发到该单位的工作群里，再引用它并 @我。`
    case 'not_in_roster':
      return `原因：单位名册里没有“${escapeMarkdown(refused.written)}”。${nearest(refused.nearest)}请核对标题里的单位名称，改正后再发一次；名称没错的话，请管理员把它加进名册。`
  }
}

function nearest(found: readonly string[]): string {
  return found.length === 0 ? '' : `名册里相近的有${names(found)}。`
}

function names(of: readonly string[]): string {
  return of.map((name) => `“${escapeMarkdown(name)}”`).join('、')
}
