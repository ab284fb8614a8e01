import type { Reply } from '../src/bot.ts'
import type { ErrorCode } from '../src/errors.ts'
import { escapeMarkdown, paragraphs, plainTitle, verbatim } from './markdown.ts'

/** What happened, and what to do next. */
interface Wording {
  readonly happened: string
  readonly next: string
}

/** What went wrong. Of a type that is not read, `message` names the type and what its sender can do. */
export interface Failure {
  readonly code: ErrorCode
  readonly message?: string
  /** True where the same bytes failed before and were not read again. */
  readonly isQuarantined?: boolean
  /** True where the message quoted the file: what its platform hands over of quotes may be nothing. */
  readonly isQuoted?: boolean
}

/**
 * The reply for a file that cannot be read, or for a message that could not be worked on. `reference` is what an
 * administrator can search for; it is said where somebody has to search.
 */
export function failureReply(
  failure: Failure,
  fileName: string | null,
  reference: string | null = null,
): Reply {
  const { happened, next } = wordingOf(failure)
  const subject = fileName === null ? unnamed(happened) : `“${escapeMarkdown(fileName)}”`
  return {
    title: plainTitle(`${fileName ?? ''}没有处理成功`),
    markdown: paragraphs([
      `**${subject}${happened}**`,
      next,
      reference === null ? null : `需要联系管理员时，请报编号：${verbatim(reference)}`,
    ]),
  }
}

function wordingOf({ code, message, isQuarantined = false, isQuoted = false }: Failure): Wording {
  const ofQuote = isQuoted ? quoteWordings[code] : undefined
  if (ofQuote !== undefined) return ofQuote
  if (isQuarantined && (code === 'read_timeout' || code === 'reader_died')) return failedBefore[code]
  const { happened, next } = wordings[code]
  return { happened, next: code === 'unsupported_type' ? escapeMarkdown(message ?? next) : next }
}

const setting: Wording = {
  happened: '处理失败：机器人的设置有问题。',
  next: '请告诉管理员；设置好以后，再发一次就可以。',
}

const saveAnew =
  '请用 Word 或 WPS 打开原文件，删去多余的图片和附件，另存为新的 .docx（或者重新导出一份），再发一次；还不行的话，请告诉管理员。'

/** The same file again: nothing has changed, so reading it again would end the same way. */
const failedBefore: Readonly<Record<'read_timeout' | 'reader_died', Wording>> = {
  read_timeout: { happened: '以前读过，读了很久也没有读完，所以这次没有再读。', next: saveAnew },
  reader_died: { happened: '以前读过，读到一半读取程序就中断了，所以这次没有再读。', next: saveAnew },
}

/** Most wordings speak of a file; a platform need not tell its name. */
function unnamed(happened: string): string {
  return /^(?:处理失败|没有取到被|链接已过期)/.test(happened) ? '' : '文件'
}

/** A file that a message quoted, and that its platform does not hand over (any more). */
const goneFromQuote: Wording = {
  happened: '没有取到被引用的文件。',
  next: '请在单聊里把文件发给我；在群里的话，请把文件重新发一次，再引用它并 @我。',
}

/** It lies in the chat still: quoted anew it comes with a new link (platforms, 3.3). */
const expiredQuote: Wording = {
  happened: '链接已过期，请重新引用文件。',
  next: '文件不用重新上传：在群里再引用一次这个文件并 @我 就可以；还不行的话，请在单聊里把文件发给我。',
}

const unreachable = '没有取到：试了几次，存放文件的服务器都没有应答。'

const unreachableQuote: Wording = {
  happened: unreachable,
  next: '过一会儿，在群里再引用一次这个文件并 @我，不用重新上传；还不行的话，请在单聊里把文件发给我，或者告诉管理员。',
}

/** What is said of a quoted file in other words than of one that was sent. */
const quoteWordings: Readonly<Partial<Record<ErrorCode, Wording>>> = {
  file_gone: goneFromQuote,
  file_expired: expiredQuote,
  file_unreachable: unreachableQuote,
}

const gone: Wording = { happened: '已经失效，没有取到。', next: '请重新发一次文件。' }

/** Every code has its words: the compiler sees to it. */
const wordings: Readonly<Record<ErrorCode, Wording>> = {
  empty_file: { happened: '是空文件，里面没有内容。', next: '请检查原文件能不能打开，再重新发一次。' },
  file_too_large: {
    happened: '太大了，超过 20 MB，没有读取。',
    next: '年报一般不到 1 MB。请删去或压缩文件里的图片，再重新发一次。',
  },
  unsupported_type: {
    happened: '的格式还不能读。',
    next: '目前能读 Word 文件（.docx）和纯文本（.txt）。请发年报的 Word 文件，或者把文字存成 .txt 再发一次。',
  },
  encrypted_file: { happened: '加了密码，打不开。', next: '请取消文件的打开密码，保存后再发一次。' },
  damaged_file: {
    happened: '已损坏，或者没有传完整，打不开。',
    next: '请在电脑上试着打开原文件；能打开的话，另存一份再发一次。',
  },
  unsafe_file: {
    happened: '的内部结构不正常，为安全起见没有读取。',
    next: '请用 Word 或 WPS 打开原文件，另存为新的 .docx，再发一次。',
  },
  not_a_report: {
    happened: '看起来不是政府信息公开工作年度报告。',
    next: '没有找到年报的标题、六个部分的标题和三张表格。请核对有没有选错文件，再把年报发给我。',
  },
  read_timeout: {
    happened: '读了很久也没有读完，已经停止。',
    next: '请用 Word 或 WPS 打开，删去多余的图片和附件，另存为新的 .docx，再发一次。',
  },
  reader_died: { happened: '读到一半，读取程序中断了，没有读完。', next: saveAnew },
  file_not_found: gone,
  file_gone: gone,
  file_expired: gone,
  file_unreachable: {
    happened: unreachable,
    next: '请过一会儿重新发一次文件；还不行的话，请告诉管理员。',
  },
  file_host_refused: {
    happened: '没有取到：下载地址不在允许的范围内。',
    next: '再发一次也取不到，请告诉管理员：要检查允许下载的主机名单。',
  },
  file_undecryptable: {
    happened: '没有取到：下载的内容解不开密。',
    next: '请重新发一次；还不行的话，请告诉管理员：要检查机器人的 EncodingAESKey。',
  },
  config_invalid: setting,
  usage: setting,
  port_in_use: setting,
  store_locked: setting,
  store_unavailable: {
    happened: '处理失败：暂时存不了数据。',
    next: '请过几分钟再发一次；还不行的话，请告诉管理员。',
  },
  internal: { happened: '处理失败，是机器人的问题。', next: '请再发一次；还不行的话，请告诉管理员。' },
}
