// Where one writes: Enter sends, Shift+Enter breaks the line, Esc stops; what was typed survives everything.
import { signInAddress } from './api.js'
import { keepDraft, readDraft } from './draft.js'
import { hint, sends } from './enter.js'
import { text } from './texts.js'

const form = document.getElementById('composer')
const prompt = document.getElementById('prompt')
const send = document.getElementById('send')
const stop = document.getElementById('stop')

export class Composer {
  #chat
  #failure = null
  #pending = ''
  #running = false

  /** @param wishes {send(words), stop(), editLast()} */
  constructor(chat, wishes) {
    this.#chat = chat
    prompt.value = readDraft(chat)
    hint(prompt)
    this.#refresh()
    prompt.addEventListener('input', () => this.#typed())
    prompt.addEventListener('keydown', (event) => this.#key(event, wishes.editLast))
    form.addEventListener('submit', (event) => this.#submit(event, wishes.send))
    stop.addEventListener('click', wishes.stop)
    addEventListener('keydown', (event) => this.#escape(event, wishes.stop))
    if (matchMedia('(pointer: fine)').matches) prompt.focus({ preventScroll: true })
  }

  /** While an answer is written here, the button stops it instead of sending. */
  set running(running) {
    const focused = document.activeElement === send || document.activeElement === stop
    this.#running = running
    this.#refresh()
    if (focused) (running ? stop : prompt).focus()
  }

  /** From now on drafts belong to this chat. */
  set chat(chat) {
    keepDraft(this.#chat, '')
    this.#chat = chat
    this.#keep()
  }

  get words() {
    return prompt.value.trim()
  }

  set words(words) {
    prompt.value = words
    this.#typed()
    prompt.focus()
  }

  /** The words are on their way; until the server has them they stay in the draft. */
  sent(words) {
    this.#pending = words
    prompt.value = ''
    this.#typed()
  }

  confirmed() {
    this.#pending = ''
    this.#typed()
  }

  /** Says what went wrong above the text, which stays, and offers the one next step. */
  failed(words, refusal) {
    this.#pending = ''
    prompt.value = joined(words, prompt.value)
    this.#typed()
    this.#failure = document.createElement('div')
    this.#failure.className = 'note bad failed-send'
    this.#failure.setAttribute('role', 'alert')
    this.#failure.append(refusal.message, refusal.signedOut ? signInLink() : againButton())
    form.before(this.#failure)
  }

  #typed() {
    this.#failure?.remove()
    this.#keep()
    this.#refresh()
  }

  #keep() {
    keepDraft(this.#chat, joined(this.#pending, prompt.value))
  }

  #refresh() {
    send.disabled = !this.words || Boolean(this.#pending)
    send.hidden = this.#running
    stop.hidden = !this.#running
    if (CSS.supports('field-sizing', 'content')) return
    prompt.style.height = 'auto'
    prompt.style.height = `${prompt.scrollHeight}px`
  }

  #key(event, editLast) {
    if (event.key === 'ArrowUp' && !prompt.value && !this.#running && editLast?.()) return event.preventDefault()
    if (!sends(event)) return
    event.preventDefault()
    form.requestSubmit()
  }

  #escape(event, stopAnswer) {
    if (event.key !== 'Escape' || !this.#running || event.isComposing || document.querySelector(':popover-open, dialog[open]')) return
    event.preventDefault()
    stopAnswer()
  }

  #submit(event, sendWords) {
    event.preventDefault()
    if (this.words && !this.#running && !this.#pending) sendWords(this.words)
  }
}

const joined = (...parts) => parts.filter(Boolean).join('\n\n')

function signInLink() {
  return Object.assign(document.createElement('a'), { href: signInAddress(), textContent: text('sign-in') })
}

function againButton() {
  const button = Object.assign(document.createElement('button'), { type: 'submit', className: 'button', textContent: text('try-again') })
  button.setAttribute('form', form.id)
  return button
}
