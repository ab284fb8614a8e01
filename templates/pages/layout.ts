import { html, type Html } from './html.ts'

/** One page of the console or the sandbox. */
export interface Page {
  readonly title: string
  /** Addresses of its style sheets and module scripts; there are no inline ones, the browser refuses them. */
  readonly styles: readonly string[]
  readonly scripts?: readonly string[]
  readonly bodyClass: string
  /** The page loads itself again after so many seconds. */
  readonly refreshSeconds?: number | undefined
  readonly body: Html
}

/** The frame around a page: language, width, icon, style sheets, scripts. */
export function layout(page: Page): string {
  return html`<!doctype html>
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="referrer" content="no-referrer" />
        <meta name="robots" content="noindex" />
        <meta name="color-scheme" content="light" />
        ${
          page.refreshSeconds !== undefined &&
          html`<meta http-equiv="refresh" content="${page.refreshSeconds}" />`
        }
        <title>${page.title}</title>
        <link rel="icon" href="/assets/icon.svg" type="image/svg+xml" />
        ${['/assets/base.css', ...page.styles].map((href) => html`<link rel="stylesheet" href="${href}" />`)}
        ${(page.scripts ?? []).map((src) => html`<script type="module" src="${src}"></script>`)}
      </head>
      <body class="${page.bodyClass}">
        ${page.body}
      </body>
    </html> `.markup
}
