// The pictures with which a film begins and ends: uploaded, pasted, dropped, or from the gallery.
import { suggestRatio } from './fields.js'
import { takeDrops, takeFiles } from './intake.js'
import { makerName } from './makers.js'
import { text } from './texts.js'
import { Tray } from './tray.js'

const frames = document.getElementById('frames')

/** One of them; another picture takes its place. */
class Frame {
  #element
  #tray

  /** @param arrived gets what the person brought */
  constructor(id, changed, arrived = () => {}) {
    this.#element = document.getElementById(id)
    this.#tray = new Tray(this.#element.querySelector('.tray'), (item) => {
      this.#element.querySelector('.ways-in').hidden = !this.empty
      if (item) arrived(item)
      changed()
    })
    this.#tray.most = 1
    const [file, gallery] = this.#element.querySelectorAll('.ways-in button')
    takeFiles({ button: file, input: this.#element.querySelector('input'), take: ([picture]) => this.upload(picture) })
    gallery.addEventListener('click', () => import('./chooser.js').then((chooser) => chooser.choose((item) => this.take(item))))
  }

  get item() {
    return this.#tray.items[0] ?? null
  }

  get busy() {
    return this.#tray.busy
  }

  get empty() {
    return !this.item && !this.busy
  }

  /** Without telling that it was brought. */
  set item(item) {
    this.#tray.items = item ? [item] : []
  }

  take(item) {
    this.item = null
    this.#tray.take(item)
  }

  upload(picture) {
    this.item = null
    this.#tray.upload([picture])
  }

  set hidden(hidden) {
    this.#element.hidden = hidden
  }
}

export class Frames {
  #first
  #last
  #offered = { first: false, last: false }

  constructor(zone, changed) {
    const both = () => {
      this.#arrange()
      changed()
    }
    this.#first = new Frame('frame-first', both, suggestRatio)
    this.#last = new Frame('frame-last', both)
    takeDrops({ zone, take: (pictures) => this.#drop(pictures) })
  }

  /** A film can be wished for without words. */
  get suffice() {
    return Boolean(this.#offered.first && this.#first.item)
  }

  get busy() {
    return this.#first.busy || this.#last.busy
  }

  get kept() {
    return { first: this.#first.item, last: this.#last.item }
  }

  /** As the first frame. */
  take(item) {
    this.#first.take(item)
  }

  show({ first = null, last = null }) {
    this.#first.item = first
    this.#last.item = last
  }

  fit({ frames: offered }) {
    this.#offered = offered
    this.#arrange()
  }

  request({ frames: { first, last } }) {
    return {
      ...(first && this.#first.item && { image_media_id: this.#first.item.id }),
      ...(last && this.#last.item && { last_image_media_id: this.#last.item.id }),
    }
  }

  /** What of them does not go along. */
  note({ frames: { first, last } }, model) {
    if (!first && !this.#first.empty) return text('videos.no-first', makerName(model.id))
    return !last && !this.#last.empty ? text('videos.no-last', makerName(model.id)) : ''
  }

  /** Those that the model takes, and what waits for a model that takes it. */
  #arrange() {
    const { first, last } = this.#offered
    this.#first.hidden = !first && this.#first.empty
    this.#last.hidden = !last && this.#last.empty
    frames.hidden = !first && !last && this.#first.empty && this.#last.empty
  }

  /** Into the first place that is free; two at once are the first and the last. */
  #drop([one, other]) {
    if (this.#first.empty || !this.#offered.last || other) this.#first.upload(one)
    else this.#last.upload(one)
    if (other && this.#offered.last) this.#last.upload(other)
  }
}
