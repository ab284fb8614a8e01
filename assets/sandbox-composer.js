import { excerpt } from './sandbox-lines.js'
import { make } from './sandbox-make.js'
import { sizeInWords } from './sandbox-time.js'

/** @typedef {import('./sandbox-api.js').Line} Line */
/** @typedef {import('./sandbox-api.js').Sample} Sample */

const hasKeyboard = matchMedia('(hover: hover)').matches

/**
 * The place to write: text, mention, quote, files by button, by dropping and by pasting, sample reports.
 * @param {{ onText: (text: string, mention: boolean, quotes: string | null) => void, onFile: (file: File) => void,
 *   onSample: (sample: Sample) => void }} hooks
 */
export function createComposer(hooks) {
  const form = part('composer', HTMLFormElement)
  const text = part('composer-text', HTMLTextAreaElement)
  const chip = part('mention', HTMLButtonElement)
  const hint = part('composer-hint', HTMLElement)
  const quote = part('quote', HTMLElement)
  const samples = part('samples', HTMLElement)
  const samplesButton = part('samples-open', HTMLButtonElement)
  /** @type {Line | null} */
  let quoted = null

  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const words = text.value.trim()
    if (words === '' && quoted === null) {
      text.focus()
      return
    }
    hooks.onText(words, chip.getAttribute('aria-pressed') === 'true', quoted?.key ?? null)
    text.value = ''
    setQuote(null)
    fit()
    text.focus()
  })
  text.addEventListener('keydown', (event) => {
    // Enter while choosing characters belongs to the input method (229: browsers that do not say so).
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return
    event.preventDefault()
    form.requestSubmit()
  })
  text.addEventListener('input', fit)
  text.addEventListener('paste', (event) => {
    const files = Array.from(event.clipboardData?.files ?? [])
    if (files.length === 0) return
    event.preventDefault()
    files.forEach(hooks.onFile)
  })
  form.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.isComposing) return
    showSamples(false)
    setQuote(null)
    text.focus()
  })
  chip.addEventListener('click', () => {
    const isOn = chip.getAttribute('aria-pressed') !== 'true'
    chip.setAttribute('aria-pressed', String(isOn))
    text.focus()
  })
  part('quote-off', HTMLButtonElement).addEventListener('click', () => {
    setQuote(null)
    text.focus()
  })
  samplesButton.addEventListener('click', () => {
    showSamples(samples.hidden === true)
  })
  const picker = part('file', HTMLInputElement)
  picker.addEventListener('change', () => {
    Array.from(picker.files ?? []).forEach(hooks.onFile)
    picker.value = ''
  })
  receiveDrops(hooks.onFile)
  if (!hasKeyboard) text.placeholder = '发消息'

  function fit() {
    text.style.height = 'auto'
    text.style.height = `${Math.min(text.scrollHeight, 160)}px`
  }

  /** @param {boolean} isOpen */
  function showSamples(isOpen) {
    samples.hidden = !isOpen
    samplesButton.setAttribute('aria-expanded', String(isOpen))
  }

  /** @param {Line | null} line */
  function setQuote(line) {
    quoted = line
    quote.hidden = line === null
    part('quote-text', HTMLElement).textContent = line === null ? '' : `${line.author.name}：${excerpt(line)}`
  }

  return {
    setQuote,
    focus() {
      text.focus()
    },
    /**
     * A group needs the mention, a single chat does not.
     * @param {boolean} isGroup
     */
    setGroup(isGroup) {
      chip.hidden = !isGroup
      const keys = hasKeyboard ? ['Enter 发送，Shift+Enter 换行'] : []
      const files = isGroup ? ['群里的文件公开助手会直接看（企业微信群里要引用文件再 @ 它）'] : []
      hint.textContent = [...keys, ...files].join('；')
      setQuote(null)
    },
    /** @param {Sample[]} given */
    setSamples(given) {
      samples.replaceChildren(...given.map((sample) => sampleButton(sample, pick)))
      samplesButton.hidden = given.length === 0
    },
  }

  /** @param {Sample} sample */
  function pick(sample) {
    showSamples(false)
    hooks.onSample(sample)
    text.focus()
  }
}

/**
 * A sample report, ready to be sent.
 * @param {Sample} sample
 * @param {(sample: Sample) => void} onPick
 */
export function sampleButton(sample, onPick) {
  const button = make(
    'button',
    { type: 'button', className: 'sample' },
    make('span', { className: 'sample-title' }, sample.title),
    make('span', { className: 'sample-hint' }, `${sample.hint} · ${sizeInWords(sample.size)}`),
  )
  button.addEventListener('click', () => {
    onPick(sample)
  })
  return button
}

/** @param {(file: File) => void} onFile */
function receiveDrops(onFile) {
  const target = part('drop', HTMLElement)
  let depth = 0
  /** @param {DragEvent} event */
  const carriesFiles = (event) => event.dataTransfer?.types.includes('Files') ?? false
  window.addEventListener('dragenter', (event) => {
    if (!carriesFiles(event)) return
    depth += 1
    target.hidden = false
  })
  window.addEventListener('dragleave', (event) => {
    if (!carriesFiles(event)) return
    depth = Math.max(0, depth - 1)
    target.hidden = depth === 0
  })
  window.addEventListener('dragover', (event) => {
    if (carriesFiles(event)) event.preventDefault()
  })
  window.addEventListener('drop', (event) => {
    if (!carriesFiles(event)) return
    event.preventDefault()
    depth = 0
    target.hidden = true
    Array.from(event.dataTransfer?.files ?? []).forEach(onFile)
  })
}

/**
 * A part of the page by its id.
 * @template {HTMLElement} T
 * @param {string} id
 * @param {new () => T} type
 * @returns {T}
 */
export function part(id, type) {
  const element = document.getElementById(id)
  if (!(element instanceof type)) throw new Error(`the page lacks #${id}`)
  return element
}
