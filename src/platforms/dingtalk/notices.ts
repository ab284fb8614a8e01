import type { Reply } from '../../bot.ts'
import type { NoticeKind } from './heard.ts'

/** What is said where DingTalk keeps from the bot who wrote, or what. */
export const notices: Readonly<Record<NoticeKind, Reply>> = {
  no_identity: {
    title: '无法识别您的身份',
    markdown: [
      '**无法识别您的身份，所以这条消息没有处理。**',
      '机器人还没有发布（测试版），或者您不是本单位的成员时，钉钉不会告诉我您是谁。请让管理员在钉钉开放平台发布这个应用，并把您加入它的可使用范围，然后再发一次。',
    ].join('\n\n'),
  },
  not_passed_on: {
    title: '钉钉没有把消息内容传给我',
    markdown: [
      '**钉钉没有把这条消息的内容传给我，所以没有处理。**',
      '常见的原因是本单位的钉钉接口调用量用完了。请过一会儿再发一次；还不行的话，请告诉管理员，到钉钉开放平台查看调用量。',
    ].join('\n\n'),
  },
}
