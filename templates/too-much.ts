import type { Excess, ExcessBy, Message, Reply } from '../src/bot.ts'
import { escapeMarkdown, paragraphs, plainTitle } from './markdown.ts'
import { shownTime } from './pages/shown.ts'

/** What a person is told who sends too much at once: once for a flood, so it speaks of what follows as well. */
export function tooMuch({ attachments }: Pick<Message, 'attachments'>, excess: Excess): Reply {
  const fileName = attachments[0]?.name ?? null
  const from = fileName === null ? '从这一份起' : `从“${escapeMarkdown(fileName)}”起`
  switch (excess.kind) {
    case 'put_off':
      return reply('文件已收下，稍后核对', [
        `**${whose(excess.by)}一小时内发来的文件超过 ${excess.limit} 份，${from}的文件都已收下，稍后依次核对。**`,
        `预计 ${shownTime(excess.until)} 以后开始答复，不用重发。`,
      ])
    case 'files_refused':
      return reply('文件太多，没有收下', [
        `**${whose(excess.by)}一小时内发来的文件太多，${from}的文件没有收下，也没有核对。**`,
        `每小时最多核对 ${excess.limit} 份；前面收下的会依次答复。请在 ${shownTime(excess.again)} 以后，把没有收下的重新发送。`,
      ])
    case 'questions_refused':
      return reply('问得太快，没有回答', [
        `**${whose(excess.by)}一分钟内的问题超过 ${excess.limit} 个，从这一个起没有回答。**`,
        '请过一分钟，把没有得到回答的问题再问一次。',
      ])
    case 'queue':
      return reply('文件已收下，正在排队', [
        `**排队较多，预计 ${excess.minutes} 分钟。** 前面还有约 ${excess.waiting} 份文件在等。`,
        '您的文件已收下，核对完就答复，不用重发。',
      ])
  }
}

function whose(by: ExcessBy): string {
  return by === 'person' ? '您' : '本群'
}

function reply(title: string, parts: readonly string[]): Reply {
  return { title: plainTitle(title), markdown: paragraphs(parts) }
}
