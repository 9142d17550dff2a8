// How a model thinks: the seconds are counted while it does and told afterwards; the thoughts can be opened.
import { duration } from './format.js'
import { text } from './texts.js'

export class Thinking {
  #element
  #began
  #took
  #timer

  constructor(element) {
    this.#element = element
  }

  /** @param ms how long so far, or in all, as the server says; absent: by our own clock */
  show({ reasoning, reasoning_ms: ms, content }, running) {
    const thinks = running && Boolean(reasoning) && !content
    this.#element.hidden = !reasoning
    this.#element.classList.toggle('running', thinks)
    this.#write(reasoning)
    this.#count(thinks, ms)
  }

  #count(thinks, ms) {
    if (thinks) {
      this.#began ??= performance.now() - (ms ?? 0)
      this.#timer ??= setInterval(() => this.#tell(), 1000)
    } else {
      clearInterval(this.#timer)
      this.#timer = null
      if (this.#began) this.#took ??= performance.now() - this.#began
      this.#took = ms ?? this.#took
    }
    this.#tell()
  }

  #tell() {
    if (this.#timer && !this.#element.isConnected && performance.now() - this.#began > 2000) clearInterval(this.#timer)
    const label = this.#element.querySelector('summary span')
    if (this.#timer) label.textContent = text('thinking', duration(performance.now() - this.#began))
    else label.textContent = this.#took == null ? text('thoughts') : text('thought', duration(this.#took))
  }

  #write(reasoning) {
    const place = this.#element.querySelector('.thoughts')
    const shown = place.textContent
    if (reasoning.startsWith(shown)) place.append(reasoning.slice(shown.length))
    else place.textContent = reasoning
  }
}
