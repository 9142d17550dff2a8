// Pictures that go along with what is written: some are still on their way up, the others are in the gallery.
import { complain } from './complain.js'
import { described, thumbnail } from './pictures.js'
import { text } from './texts.js'
import { toast } from './toast.js'

const template = document.getElementById('chip').content.firstElementChild

export class Tray {
  #place
  #changed
  #most = 0

  /** @param changed called whenever there are others, with the one that the person brought */
  constructor(place, changed) {
    this.#place = place
    this.#changed = changed
    place.addEventListener('click', ({ target }) => target.closest('.remove') && this.#remove(target.closest('.chip')))
  }

  get items() {
    return [...this.#place.children].map(({ item }) => item).filter(Boolean)
  }

  get ids() {
    return this.items.map(({ id }) => id)
  }

  /** Whether a picture is still on its way. */
  get busy() {
    return this.#place.querySelector('.loading') !== null
  }

  /** How many the model takes. */
  set most(most) {
    this.#most = most
  }

  get tooMany() {
    return this.#place.children.length > this.#most
  }

  set items(items) {
    this.#place.replaceChildren(...items.map((item) => arrive(chip(), item)))
    this.#changed()
  }

  take(item) {
    if (this.ids.includes(item.id) || this.#full(1)) return
    this.#place.append(arrive(chip(), item))
    this.#changed(item)
  }

  upload(files) {
    if (!this.#full(files.length)) for (const file of files) this.#send(file)
  }

  #full(more) {
    const full = this.#place.children.length + more > this.#most
    if (full) toast(this.#most ? text('tray.full', this.#most) : text('tray.blind'))
    return full
  }

  async #send(file) {
    const element = chip()
    const image = element.querySelector('img')
    image.src = URL.createObjectURL(file)
    image.alt = file.name
    element.classList.add('loading')
    this.#place.append(element)
    this.#changed()
    try {
      const { upload } = await import('./upload.js')
      const item = await upload(file, (part) => (element.querySelector('progress').value = part))
      URL.revokeObjectURL(image.src)
      arrive(element, item)
      this.#changed(element.isConnected ? item : undefined)
    } catch (refusal) {
      URL.revokeObjectURL(image.src)
      element.remove()
      complain(refusal)
      this.#changed()
    }
  }

  #remove(element) {
    const next = element.nextElementSibling ?? element.previousElementSibling
    element.remove()
    this.#changed()
    const focus = next?.querySelector('.remove') ?? document.getElementById(this.#place.dataset.next ?? 'prompt')
    focus.focus()
  }
}

const chip = () => template.cloneNode(true)

function arrive(element, item) {
  element.item = item
  element.classList.remove('loading')
  const image = element.querySelector('img')
  image.src = thumbnail(item, 'small')
  image.alt = described(item)
  element.querySelector('.remove').setAttribute('aria-label', text('tray.remove', described(item)))
  return element
}
