import { make } from './sandbox-make.js'

/**
 * A picture in the chat, as wide as a phone at most; a long one shows its beginning. It opens large.
 * @param {import('./sandbox-api.js').Picture} picture
 * @param {string} name
 */
export function drawPicture({ src, alt, width, height }, name) {
  const image = make('img', { src, alt, width, height, decoding: 'async' })
  const link = make(
    'a',
    { className: 'bubble picture', href: src, target: '_blank', title: '点开看大图' },
    image,
  )
  if (height > width * 1.6) {
    link.classList.add('long')
    link.append(make('span', { className: 'picture-more' }, '长图，点开看全图'))
  }
  link.addEventListener('click', (event) => {
    // With a key held down a browser's own way is wanted: another tab or window.
    if (event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    openLarge({ src, alt, name })
  })
  return link
}

/**
 * Shows a picture over the page until it is closed: by its button, by Esc, by a click beside it.
 * @param {{ src: string, alt: string, name: string }} picture
 */
function openLarge({ src, alt, name }) {
  const close = make('button', { type: 'button' }, '关闭')
  const save = make('a', { href: src, download: name }, '保存图片')
  const sheet = make('div', { className: 'sheet', tabIndex: 0 }, make('img', { src, alt }))
  sheet.role = 'region'
  sheet.ariaLabel = '大图'
  const dialog = make('dialog', { className: 'viewer', ariaLabel: alt }, make('p', null, save, close), sheet)
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog || event.target === sheet) dialog.close()
  })
  close.addEventListener('click', () => {
    dialog.close()
  })
  dialog.addEventListener('close', () => {
    dialog.remove()
  })
  document.body.append(dialog)
  dialog.showModal()
}
