import { make } from './sandbox-make.js'
import { drawPicture } from './sandbox-picture.js'
import { longTime, sizeInWords } from './sandbox-time.js'

/** @typedef {import('./sandbox-api.js').Line} Line */

/** A pause this long gets a time of its own. */
const pause = 5 * 60 * 1000

const colours = ['#2f6fd0', '#a5551a', '#187a55', '#8a4fb0', '#a33b53', '#4b6584']

/**
 * Puts a person's (or the bot's) colour and short name on an avatar.
 * @param {HTMLElement} element
 * @param {string} name
 * @param {'bot' | 'group' | 'person'} kind
 */
export function dressAvatar(element, name, kind) {
  const sum = Array.from(name).reduce((total, character) => total + (character.codePointAt(0) ?? 0), 0)
  element.className = `avatar ${kind}`
  // The last two characters: the given name, as WeChat Work shows it.
  element.textContent = kind === 'bot' ? '' : kind === 'group' ? name.slice(0, 2) : name.slice(-2)
  element.style.backgroundColor = kind === 'person' ? (colours[sum % colours.length] ?? '') : ''
}

/**
 * A time between two lines, if there was a pause.
 * @param {Line | undefined} before
 * @param {Line} line
 */
export function timeBetween(before, line) {
  if (before !== undefined && Date.parse(line.at) - Date.parse(before.at) < pause) return null
  return make('p', { className: 'time' }, longTime(line.at))
}

/**
 * Draws one line.
 * @param {Line} line
 * @param {{ isMine: boolean, showName: boolean, quoted: Line | null | undefined, onQuote: (line: Line) => void }} how
 */
export function drawLine(line, how) {
  const avatar = make('span', { ariaHidden: 'true' })
  dressAvatar(avatar, line.author.name, line.author.isBot ? 'bot' : 'person')
  const quote = make('button', { type: 'button', className: 'quote-this' }, '引用')
  quote.ariaLabel = `引用${line.author.name}的这条消息`
  quote.addEventListener('click', () => {
    how.onQuote(line)
  })
  const element = make(
    'div',
    { className: `line ${how.isMine ? 'mine' : 'theirs'} ${line.author.isBot ? 'from-bot' : ''}` },
    avatar,
    make(
      'div',
      { className: 'said' },
      make('p', { className: how.showName ? 'name' : 'name unseen' }, line.author.name),
      how.quoted === undefined ? null : drawQuote(how.quoted),
      drawBubble(line),
      quote,
    ),
  )
  element.dataset.key = line.key
  return element
}

/**
 * A line in a few words, for a quote and for the list of conversations.
 * @param {Line} line
 */
export function excerpt(line) {
  if (line.file !== null)
    return line.file.picture ? `[图片] ${line.file.picture.alt}` : `[文件] ${line.file.name}`
  if (!line.author.isBot) return line.text
  const text = make('div', { innerHTML: line.html }).textContent ?? ''
  return text.replaceAll(/\s+/g, ' ').trim()
}

/** @param {Line | null} quoted */
function drawQuote(quoted) {
  const words = quoted === null ? '一条较早的消息' : `${quoted.author.name}：${excerpt(quoted)}`
  return make('p', { className: 'quoted' }, words)
}

/** @param {Line} line */
function drawBubble(line) {
  if (line.file?.picture) return drawPicture(line.file.picture, line.file.name)
  if (line.file !== null) return drawFile(line.file)
  if (line.author.isBot) return make('div', { className: 'bubble markdown', innerHTML: line.html })
  return make('div', { className: 'bubble' }, line.text)
}

/**
 * A file as a card that saves it.
 * @param {{ name: string, size: number, href: string | null }} file
 */
export function drawFile(file) {
  const kind = /\.(\w{1,5})$/.exec(file.name)?.[1]?.toLowerCase() ?? ''
  const badge = make(
    'span',
    { className: `badge ${kind}`, ariaHidden: 'true' },
    kind === '' ? '文件' : kind.toUpperCase(),
  )
  const size = file.href === null ? `${sizeInWords(file.size)} · 太大，没有收下` : sizeInWords(file.size)
  const words = make(
    'span',
    { className: 'file-words' },
    make('span', { className: 'file-name' }, file.name),
    make('span', { className: 'file-size' }, size),
  )
  if (file.href === null) return make('div', { className: 'bubble file' }, words, badge)
  return make(
    'a',
    { className: 'bubble file', href: file.href, download: file.name, title: '点击下载' },
    words,
    badge,
  )
}
