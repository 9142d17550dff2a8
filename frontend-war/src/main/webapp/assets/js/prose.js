// A growing answer on the page. Only blocks whose source changed are drawn again, and never more often than drawing
// takes a quarter of the time, so that long answers stay smooth.
import { asWritten, blocks, html } from './markdown.js'
import { drawCode, enrich } from './enrich.js'
import { fill } from './html.js'
import { MOST_MILLIS } from './reading.js'

export class Prose {
  #element
  #drawn = []
  #source = ''
  #waiting = false
  #slow = false
  #afterDrawing

  constructor(element, afterDrawing) {
    this.#element = element
    this.#afterDrawing = afterDrawing
  }

  /** Draws soon. */
  grow(source) {
    this.#source = source
    if (this.#waiting) return
    this.#waiting = true
    requestAnimationFrame(() => this.#draw())
  }

  /** Draws at once, the last word. */
  finish(source) {
    this.#source = source
    this.#slow = false
    this.#draw()
  }

  #draw() {
    const begin = performance.now()
    const tokens = this.#read()
    tokens.forEach((token, index) => this.#drawBlock(token, index))
    for (const spare of this.#drawn.splice(tokens.length)) spare.element.remove()
    this.#afterDrawing()
    const source = this.#source
    setTimeout(() => this.#rest(source), 3 * (performance.now() - begin))
  }

  /** What could not be read in time is not tried again while it grows. */
  #read() {
    if (this.#slow) return asWritten(this.#source)
    const begin = performance.now()
    const tokens = blocks(this.#source)
    this.#slow = performance.now() - begin >= MOST_MILLIS
    return tokens
  }

  #rest(source) {
    this.#waiting = false
    if (source !== this.#source) this.grow(this.#source)
  }

  #drawBlock(token, index) {
    const known = this.#drawn[index]
    if (known?.raw === token.raw && known.type === token.type) return
    const element = known?.element ?? this.#element.appendChild(Object.assign(document.createElement('div'), { className: 'block' }))
    this.#drawn[index] = { raw: token.raw, type: token.type, element }
    if (token.type === 'code') {
      drawCode(element, token)
    } else {
      fill(element, html(token))
      enrich(element)
    }
  }
}
