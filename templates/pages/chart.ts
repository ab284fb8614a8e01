import { html, type Html } from './html.ts'
import { layout } from './layout.ts'

/** A chart behind a link: the picture, and its figures to read and copy. */
export interface ChartPage {
  readonly title: string
  /** Drawn by src/charts, whose texts are escaped; title, source and caveats stand in it. */
  readonly svg: string
  readonly figures: { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] }
  /** The same picture as PNG, to be saved and passed on. */
  readonly pictureHref: string
}

/** The page for a chart: as wide as a phone, crisp at any size. */
export function chartPage({ title, svg, figures, pictureHref }: ChartPage): string {
  return layout({
    title: `${title} · 公开助手`,
    styles: ['/assets/chart.css'],
    bodyClass: 'chart',
    body: html`<main>
      <h1 class="unseen">${title}</h1>
      <figure>${{ markup: svg }}</figure>
      <p><a class="button" href="${pictureHref}">打开图片（可保存、转发）</a></p>
      <details>
        <summary>图中的数字</summary>
        ${table(figures)}
      </details>
      <p class="small">链接半小时内有效，只给收到它的人。</p>
    </main>`,
  })
}

function table({ head, rows }: ChartPage['figures']): Html {
  return html`<table>
    <thead>
      <tr>
        ${head.map((cell) => (cell === '' ? html`<td></td>` : html`<th scope="col">${cell}</th>`))}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        ([label = '', ...values]) =>
          html`<tr>
            <th scope="row">${label}</th>
            ${values.map((value) => html`<td>${value}</td>`)}
          </tr>`,
      )}
    </tbody>
  </table>`
}
