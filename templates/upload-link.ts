import type { Reply } from '../src/bot.ts'
import type { Scope } from '../src/roster/roster.ts'
import { paragraphs } from './markdown.ts'

/** The link to the upload page, and what it is good for. `isForAnother`: a file came with the wish. */
export function linkForUpload(link: string, scope: Scope, isForAnother = false): Reply {
  return {
    title: '上传年报的链接',
    markdown: paragraphs([
      isForAnother
        ? `**一起发来的文件不用再传。要上传别的年报，请点开链接：** [上传年报](${link})`
        : `**请点开链接上传年报：** [上传年报](${link})`,
      '链接 10 分钟内有效，只能用一次，一次传一份文件（最大 20 MB）。传完以后，核对结果会发到这里。',
      scope.kind === 'none' ? '您还没有登记为单位的联络员，所以传上来的年报只核对、不收存。' : null,
    ]),
  }
}
