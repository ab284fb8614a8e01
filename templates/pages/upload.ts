import { html, type Html } from './html.ts'
import { layout } from './layout.ts'

/** What the page behind an upload link has to say. */
export type UploadState =
  | { readonly kind: 'form'; readonly name: string; readonly minutes: number }
  | { readonly kind: 'working' }
  /** The replies, as safe markup. */
  | { readonly kind: 'answered'; readonly replies: readonly string[] }
  | { readonly kind: 'expired' | 'invalid' | 'used' | 'too_large' | 'empty' }

/** The page behind a one-time upload link; it needs no scripts. */
export function uploadPage(state: UploadState): string {
  return layout({
    title: '上传年报 · 公开助手',
    styles: ['/assets/notice.css', '/assets/upload.css'],
    bodyClass: 'notice upload',
    // While the bot is reading, the page looks again by itself.
    refreshSeconds: state.kind === 'working' ? 2 : undefined,
    body: html`<main>${bodyOf(state)}</main>`,
  })
}

function bodyOf(state: UploadState): Html {
  switch (state.kind) {
    case 'form':
      return form(state)
    case 'working':
      return html`<h1>文件已收到，正在核对</h1>
        <p role="status">一般几秒钟就好，本页会自动刷新。核对结果也会发回聊天里。</p>
        <p><a class="button" href="">刷新看看</a></p>`
    case 'answered':
      return html`<h1>核对好了</h1>
        <p>下面是核对结果，也会发回聊天里。要再传一份，请回到聊天里再发一次“上传年报”。</p>
        ${state.replies.map((reply) => html`<article class="reply">${{ markup: reply }}</article>`)}`
    case 'expired':
    case 'invalid':
    case 'used':
    case 'too_large':
    case 'empty':
      return dead(state.kind)
  }
}

function form({ name, minutes }: Extract<UploadState, { kind: 'form' }>): Html {
  return html`<h1>上传年报</h1>
    <p>
      这个链接是给“${name}”上传政府信息公开工作年度报告用的：传上来的文件会自动核对，结果发回聊天里，就像直接把文件发给公开助手一样。
    </p>
    <form method="post" enctype="multipart/form-data">
      <label for="file">选择年报文件（.docx 或 .txt，最大 20 MB）</label>
      <input id="file" name="file" type="file" required />
      <button class="button" type="submit">上传并核对</button>
    </form>
    <p class="small">链接 ${minutes} 分钟内有效，只能用一次，请不要转发给别人。</p>`
}

const deadEnds: Readonly<
  Record<Exclude<UploadState['kind'], 'form' | 'working' | 'answered'>, readonly [string, string]>
> = {
  expired: ['链接已经过期', '为了安全，上传链接只在 10 分钟内有效。请回到聊天里，再发一次“上传年报”。'],
  invalid: [
    '这个链接打不开',
    '链接不完整，或者早已失效。请从聊天里直接点开，不要手工抄写；也可以再发一次“上传年报”。',
  ],
  used: [
    '这个链接已经用过了',
    '先前传的文件已经收下，这次的没有收。要再传一份，请回到聊天里再发一次“上传年报”。',
  ],
  too_large: [
    '文件太大，没有收下',
    '最大 20 MB。请删去或压缩文件里的图片，再点“重新选择文件”；链接还可以用。',
  ],
  empty: ['没有收到文件', '文件是空的，或者没有选上。请点“重新选择文件”再传一次；链接还可以用。'],
}

function dead(kind: keyof typeof deadEnds): Html {
  const [title, line] = deadEnds[kind]
  const again = kind === 'too_large' || kind === 'empty'
  return html`<h1>${title}</h1>
    <p role="alert">${line}</p>
    ${again && html`<p><a class="button" href="">重新选择文件</a></p>`}`
}
