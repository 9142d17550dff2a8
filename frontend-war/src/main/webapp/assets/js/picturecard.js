// A job that makes pictures.
import { duration, money } from './format.js'
import { JobCard, ratioOf } from './jobcard.js'
import { makerName } from './makers.js'
import { described, thumbnail } from './pictures.js'
import { text } from './texts.js'

const tile = document.getElementById('tile').content.firstElementChild

export class PictureCard extends JobCard {
  /** What has pictures goes with them, in the gallery. */
  get removable() {
    return this.media.length === 0
  }

  facts() {
    const { status, parameters: wish, cost, created_at: since, finished_at: until } = this.job
    const facts = status === 'completed' ? [] : [text(`job.${status}`)]
    facts.push(makerName(wish.model), wish.aspect_ratio ?? wish.size, wish.image_size)
    if (cost != null) facts.push(money(cost))
    if (until) facts.push(duration(new Date(until) - new Date(since)))
    return facts
  }

  result() {
    const { media } = this
    const { status, parameters } = this.job
    const place = this.part('.tiles')
    const { style } = place.parentElement
    const wished = parameters.n ?? Math.max(1, media.length)
    style.setProperty('--ratio', ratioOf(this.job, 1))
    style.setProperty('--count', Math.min(wished, 5))
    style.setProperty('--few', Math.min(wished, 2))
    // The places that stay empty after a failure are kept as well, so that nothing below moves.
    const tiles = Array.from({ length: media.length || wished }, (_, at) => place.children[at] ?? tile.cloneNode(true))
    place.replaceChildren(...tiles)
    tiles.forEach((element, at) => this.#picture(element, media[at]))
    const missing = status === 'completed' ? (parameters.n ?? 1) - media.length : 0
    this.part('.partly').hidden = missing < 1 || media.length === 0
    this.part('.partly span').textContent = text('images.partly', media.length, parameters.n ?? 1)
  }

  /** A picture that is shown already stays as it is. */
  #picture(element, item) {
    if (element.item?.id === item?.id) return
    element.item = item
    const button = element.querySelector('button')
    button.hidden = !item
    if (!item) return
    button.dataset.item = item.id
    const image = button.querySelector('img')
    image.alt = described(item)
    image.srcset = `${thumbnail(item, 'small')} 320w, ${thumbnail(item, 'large')} 1280w`
    image.sizes = '(max-width: 719px) 50vw, 360px'
    image.src = thumbnail(item, 'large')
  }
}
