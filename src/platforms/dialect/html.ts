import MarkdownIt from 'markdown-it'

const markdown = new MarkdownIt({ html: false, linkify: false, breaks: true }).disable('image')

// Only addresses of the web and of this site: no javascript:, data: or mailto:.
markdown.validateLink = (url) => /^https?:\/\//i.test(url) || /^\/(?![/\\])/.test(url) || /^[#?]/.test(url)
markdown.renderer.rules['link_open'] = (tokens, index, options, _env, renderer) => {
  tokens[index]?.attrSet('target', '_blank')
  tokens[index]?.attrSet('rel', 'noopener')
  return renderer.renderToken(tokens, index, options)
}
// Alignment as a class: the page takes no inline styles.
for (const cell of ['th_open', 'td_open']) {
  markdown.renderer.rules[cell] = (tokens, index, options, _env, renderer) => {
    const token = tokens[index]
    const side = /(left|center|right)/.exec(String(token?.attrGet('style')))?.[1]
    if (token !== undefined && side !== undefined) token.attrs = [['class', side]]
    return renderer.renderToken(tokens, index, options)
  }
}
// A wide table scrolls by itself, and can be reached with the keyboard.
markdown.renderer.rules['table_open'] = () =>
  '<div class="table" role="region" aria-label="表格" tabindex="0"><table>\n'
markdown.renderer.rules['table_close'] = () => '</table></div>\n'

/** The bot's Markdown as markup for the page: no raw HTML, no pictures, links only to the web or this site. */
export function renderMarkdown(text: string): string {
  return markdown.render(text)
}
