// Pictures that a model goes by when it draws.
import { makerName } from './makers.js'
import { takeIn } from './intake.js'
import { text } from './texts.js'
import { Tray } from './tray.js'

const ways = document.getElementById('references')

export class References {
  #tray

  /** Words are needed all the same. */
  suffice = false

  constructor(zone, changed) {
    this.#tray = new Tray(document.getElementById('tray'), changed)
    const take = (files) => this.#tray.upload(files)
    takeIn({ zone, button: document.getElementById('reference-upload'), input: document.getElementById('tray-files'), take })
    const choose = () => import('./chooser.js').then((chooser) => chooser.choose((item) => this.take(item)))
    document.getElementById('reference-gallery').addEventListener('click', choose)
  }

  get busy() {
    return this.#tray.busy
  }

  take(item) {
    this.#tray.take(item)
  }

  show({ references = [] }) {
    this.#tray.items = references
  }

  get kept() {
    return { references: this.#tray.items }
  }

  fit({ references: most }) {
    this.#tray.most = most
    ways.hidden = most === 0
  }

  request({ references: most }) {
    const ids = this.#tray.ids.slice(0, most)
    return ids.length ? { reference_media_ids: ids } : {}
  }

  /** What of them does not go along. */
  note({ references: most }, model) {
    if (!this.#tray.tooMany) return ''
    return most ? text('images.too-many', most) : text('images.blind', makerName(model.id))
  }
}
