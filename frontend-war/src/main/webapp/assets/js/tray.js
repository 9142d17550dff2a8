// Pictures that go along with what is written: some are still on their way up, the others are in the gallery.
import { complain } from './complain.js'
import { described, thumbnail } from './pictures.js'
import { text } from './texts.js'
import { toast } from './toast.js'
import { upload } from './upload.js'

const template = document.getElementById('chip').content.firstElementChild
const place = document.getElementById('tray')

export class Tray {
  #changed
  #most = 0

  /** @param changed called whenever there are others, or one has arrived */
  constructor(changed) {
    this.#changed = changed
    place.addEventListener('click', ({ target }) => target.closest('.remove') && this.#remove(target.closest('.chip')))
  }

  get items() {
    return [...place.children].map(({ item }) => item).filter(Boolean)
  }

  get ids() {
    return this.items.map(({ id }) => id)
  }

  /** Whether a picture is still on its way. */
  get busy() {
    return place.querySelector('.loading') !== null
  }

  /** How many the model takes. */
  set most(most) {
    this.#most = most
  }

  get tooMany() {
    return place.children.length > this.#most
  }

  set items(items) {
    place.replaceChildren(...items.map((item) => arrive(chip(), item)))
    this.#changed()
  }

  take(item) {
    if (this.ids.includes(item.id) || this.#full(1)) return
    place.append(arrive(chip(), item))
    this.#changed()
  }

  upload(files) {
    if (!this.#full(files.length)) for (const file of files) this.#send(file)
  }

  #full(more) {
    const full = place.children.length + more > this.#most
    if (full) toast(this.#most ? text('tray.full', this.#most) : text('tray.blind'))
    return full
  }

  async #send(file) {
    const element = chip()
    const image = element.querySelector('img')
    image.src = URL.createObjectURL(file)
    image.alt = file.name
    element.classList.add('loading')
    place.append(element)
    this.#changed()
    try {
      arrive(element, await upload(file, (part) => (element.querySelector('progress').value = part)))
    } catch (refusal) {
      element.remove()
      complain(refusal)
    } finally {
      URL.revokeObjectURL(image.src)
      this.#changed()
    }
  }

  #remove(element) {
    const next = element.nextElementSibling ?? element.previousElementSibling
    element.remove()
    this.#changed()
    const focus = next?.querySelector('.remove') ?? document.getElementById('prompt')
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
