// One job on the page: what was wished, how far it is, and its pictures in the place that was kept for them.
import { duration, money } from './format.js'
import { imageModelName } from './imagemodels.js'
import { described, thumbnail } from './pictures.js'
import { problemText } from './problems.js'
import { text } from './texts.js'

const template = document.getElementById('job').content.firstElementChild
const tile = document.getElementById('tile').content.firstElementChild
const OVER = ['completed', 'failed', 'cancelled', 'timed_out']

export class JobCard {
  constructor(job) {
    this.element = template.cloneNode(true)
    this.element.view = this
    this.update(job)
  }

  get running() {
    return !OVER.includes(this.job.status)
  }

  get media() {
    return this.job.media ?? []
  }

  /** As a screen reader says it when it has ended. */
  get spoken() {
    return `${text(`job.${this.job.status}`)} ${this.job.parameters.prompt}`
  }

  update(job) {
    this.job = job
    const { element, running } = this
    element.dataset.status = job.status
    element.dataset.job = job.id
    element.setAttribute('aria-busy', running)
    this.#part('.wish').textContent = job.parameters.prompt
    this.#part('.dots').hidden = !running
    this.#show('cancel', running)
    this.#show('again', !running)
    this.#show('remove', !running && this.media.length === 0)
    this.#tiles()
    this.#trouble()
    this.tick()
  }

  /** The line that changes while one waits; it keeps its height when it is over. */
  tick() {
    const facts = this.running ? this.#progress() : this.#facts()
    const spans = facts.filter(Boolean).map((fact) => Object.assign(document.createElement('span'), { textContent: fact }))
    this.#part('.facts').replaceChildren(...spans)
  }

  #progress() {
    const { status, progress, created_at: since } = this.job
    const part = progress ? `${Math.round(progress > 1 ? progress : progress * 100)} %` : null
    return [text(`job.${status}`), part, duration(Date.now() - new Date(since))]
  }

  #facts() {
    const { status, parameters: wish, cost, created_at: since, finished_at: until } = this.job
    const facts = status === 'completed' ? [] : [text(`job.${status}`)]
    facts.push(imageModelName(wish.model), wish.aspect_ratio ?? wish.size, wish.image_size)
    if (cost != null) facts.push(money(cost))
    if (until) facts.push(duration(new Date(until) - new Date(since)))
    return facts
  }

  #tiles() {
    const place = this.#part('.tiles')
    const { style } = place.parentElement
    const wished = this.job.parameters.n ?? Math.max(1, this.media.length)
    style.setProperty('--ratio', ratioOf(this.job))
    style.setProperty('--count', Math.min(wished, 5))
    style.setProperty('--few', Math.min(wished, 2))
    // The places that stay empty after a failure are kept as well, so that nothing below moves.
    const tiles = Array.from({ length: this.media.length || wished }, (_, at) => place.children[at] ?? tile.cloneNode(true))
    place.replaceChildren(...tiles)
    tiles.forEach((element, at) => this.#picture(element, this.media[at]))
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

  #trouble() {
    const { status, error, parameters, media = [] } = this.job
    const note = this.#part('.trouble')
    note.hidden = !['failed', 'timed_out', 'cancelled'].includes(status) || media.length > 0
    this.#part('.why').textContent = error ? problemText(error) : text(`job.${status}`)
    const missing = status === 'completed' ? (parameters.n ?? 1) - media.length : 0
    this.#part('.partly').hidden = missing < 1 || media.length === 0
    this.#part('.partly span').textContent = text('images.partly', media.length, parameters.n ?? 1)
  }

  #show(act, shown) {
    this.#part(`[data-act="${act}"]`).hidden = !shown
  }

  #part(selector) {
    return this.element.querySelector(selector)
  }
}

/** Of the wish, so that nothing moves when the picture comes; where the model decided, of the picture. */
function ratioOf({ parameters: wish, media = [] }) {
  const [across, down] = (wish.aspect_ratio ?? wish.size ?? '').split(/[:x]/).map(Number)
  const ratio = across && down ? across / down : media[0] ? media[0].width / media[0].height : 1
  return Math.min(3, Math.max(1 / 3, ratio))
}
