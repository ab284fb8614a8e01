import { html } from './html.ts'
import { layout } from './layout.ts'

/** A page that says one thing: what happened, and what to do next. */
export interface Notice {
  readonly title: string
  readonly lines: readonly string[]
  readonly link?: { readonly href: string; readonly text: string }
}

/** The page for a failure or a dead end. */
export function noticePage(notice: Notice): string {
  return layout({
    title: `${notice.title} · 公开助手`,
    styles: ['/assets/notice.css'],
    bodyClass: 'notice',
    body: html`<main>
      <h1>${notice.title}</h1>
      ${notice.lines.map((line) => html`<p>${line}</p>`)}
      ${notice.link && html`<p><a class="button" href="${notice.link.href}">${notice.link.text}</a></p>`}
    </main>`,
  })
}

/** What each HTTP status means to a person. */
export function statusNotice(status: number): Notice {
  const known = notices[status]
  if (known !== undefined) return known
  return status >= 500 ? internal : { title: '这个请求没法处理', lines: ['请返回上一页，刷新后再试一次。'] }
}

const internal: Notice = {
  title: '出了点问题',
  lines: ['这是程序的问题，不是您的操作有误。请稍后再试；如果一直这样，请告诉管理员。'],
}

const notices: Readonly<Partial<Record<number, Notice>>> = {
  400: { title: '请求的内容有误', lines: ['请返回上一页，检查后再试一次。'] },
  403: { title: '不能从这里打开', lines: ['请直接打开本站的页面，再重新操作。'] },
  404: {
    title: '没有这个页面',
    lines: ['地址可能写错了，或者内容已经不在了。请回到群聊里，点公开助手发的链接。'],
  },
  405: { title: '不支持这样打开', lines: ['请回到群聊里，点公开助手发的链接。'] },
  408: { title: '等得太久了', lines: ['网络可能不稳定，请再试一次。'] },
  413: { title: '内容太大', lines: ['单个文件最大 20 MB。请压缩文件里的图片，或另存为 .docx 后再发。'] },
  415: { title: '内容的格式不对', lines: ['请刷新页面后再试一次。'] },
  421: { title: '不能用这个地址打开', lines: ['请用管理员给您的地址打开本页。'] },
  500: internal,
  503: { title: '服务暂时不可用', lines: ['正在启动、停止，或者数据库连不上。请稍等一会儿再试。'] },
}
