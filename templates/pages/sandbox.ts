import { html } from './html.ts'
import { layout } from './layout.ts'

/**
 * The sandbox: a group chat as its users know it. What changes (people, conversations, lines) is drawn by
 * /assets/sandbox.js from /sandbox/state; this is the frame it is drawn into.
 */
export function sandboxPage(): string {
  return layout({
    title: '公开助手 · 群聊沙盒',
    styles: ['/assets/sandbox.css'],
    scripts: ['/assets/sandbox.js'],
    bodyClass: 'sandbox',
    body: html`<a class="skip" href="#composer-text">跳到输入框</a>
      <main id="app">
        <h1 class="unseen">公开助手 · 群聊沙盒</h1>
        ${sidebar}
        <section id="chat" aria-labelledby="chat-title">
          <header>
            <button id="back" type="button" aria-label="返回会话列表">${icon('back')}</button>
            <h2 id="chat-title">公开助手</h2>
            <p id="connection" role="status"></p>
          </header>
          <div id="scroller" tabindex="0" role="region" aria-label="消息记录">
            <button id="earlier" type="button" hidden>查看更早的消息</button>
            <div id="welcome" hidden></div>
            <div id="lines" role="log" aria-live="polite" aria-label="消息"></div>
            <div id="typing" role="status"></div>
          </div>
          <button id="newest" type="button" hidden>有新消息 ↓</button>
          ${composer}
        </section>
      </main>
      <div id="drop" hidden aria-hidden="true"><p>松开鼠标，把文件发到这个会话</p></div>
      <p id="problem" role="alert" hidden></p>
      <noscript><p class="noscript">这个页面需要启用 JavaScript 才能聊天。</p></noscript>`,
  })
}

type IconName = 'back' | 'file' | 'sample'

function icon(name: IconName): ReturnType<typeof html> {
  return html`<svg
    class="icon"
    viewBox="0 0 24 24"
    width="20"
    height="20"
    aria-hidden="true"
    focusable="false"
  >
    <use href="/assets/icons.svg#${name}"></use>
  </svg>`
}

const sidebar = html`<nav id="sidebar" aria-label="会话">
  <div class="me">
    <span id="me-avatar" class="avatar" aria-hidden="true"></span>
    <label class="me-who"
      ><span>我的身份</span>
      <select id="me"></select
    ></label>
  </div>
  <ul id="conversations"></ul>
  <p class="about">这里是试用的群聊：报告只存在本机，不会发到真实的群里。</p>
</nav>`

const composer = html`<form id="composer" aria-label="发消息">
  <p id="quote" hidden>
    <span id="quote-text"></span><button id="quote-off" type="button" aria-label="取消引用">×</button>
  </p>
  <div class="tools">
    <label class="tool" for="file" title="发送文件">${icon('file')}<span>发送文件</span></label>
    <input id="file" type="file" multiple aria-label="选择要发送的报告文件" />
    <button id="samples-open" class="tool" type="button" aria-expanded="false" aria-controls="samples">
      ${icon('sample')}<span>示例报告</span>
    </button>
    <button id="mention" class="chip" type="button" aria-pressed="true" title="点一下，改为只对群里的人说">
      @公开助手
    </button>
  </div>
  <div id="samples" hidden></div>
  <textarea
    id="composer-text"
    rows="2"
    maxlength="4000"
    aria-label="消息内容"
    aria-describedby="composer-hint"
    placeholder="发消息，或把年报文件拖到这里"
    enterkeyhint="send"
  ></textarea>
  <div class="send-row">
    <p id="composer-hint">Enter 发送，Shift+Enter 换行</p>
    <button id="send" type="submit">发送</button>
  </div>
</form>`
