// One job on the page: what was wished, how far it is, and a place that is kept for what comes. Each kind shows its own there.
import { duration } from './format.js'
import { heldBy, isOver, troubleOf } from './jobwords.js'
import { text } from './texts.js'

const template = document.getElementById('job').content.firstElementChild

export class JobCard {
  constructor() {
    this.element = template.cloneNode(true)
    this.element.view = this
  }

  get running() {
    return !isOver(this.job)
  }

  get media() {
    return this.job.media ?? []
  }

  get title() {
    return this.job.parameters.prompt
  }

  /** As a screen reader says it when it has ended. */
  get spoken() {
    return `${text(`job.${this.job.status}`)} ${this.title}`
  }

  update(job) {
    const { element } = this
    // What failed while one waited keeps its place; what one only finds needs none.
    if (!this.job) element.classList.toggle('past', isOver(job))
    this.job = job
    const { running } = this
    element.dataset.status = job.status
    element.dataset.job = job.id
    element.setAttribute('aria-busy', running)
    this.part('.wish').textContent = this.title
    this.part('.dots').hidden = !running
    this.show('cancel', running && job.status !== 'storing')
    this.show('again', !running)
    this.show('remove', !running && this.removable)
    this.result()
    this.#trouble()
    this.tick()
  }

  /** The line that changes while one waits; it keeps its height when it is over. */
  tick() {
    const facts = this.running ? this.progress() : this.facts()
    const spans = facts.filter(Boolean).map((fact) => Object.assign(document.createElement('span'), { textContent: fact }))
    this.part('.facts').replaceChildren(...spans)
  }

  progress() {
    const { status, progress, created_at: since } = this.job
    const part = progress ? `${Math.round(progress > 1 ? progress : progress * 100)} %` : null
    return [text(`job.${status}`), part, duration(Date.now() - new Date(since))]
  }

  #trouble() {
    const trouble = troubleOf(this.job)
    this.part('.trouble').hidden = !trouble || this.media.length > 0
    this.part('.why').textContent = trouble
    const held = heldBy(this.job)
    this.part('.held').hidden = !held
    this.part('.held span').textContent = held
  }

  show(act, shown) {
    this.part(`[data-act="${act}"]`).hidden = !shown
  }

  part(selector) {
    return this.element.querySelector(selector)
  }
}

/** Of the wish, so that nothing moves when it comes; where the model decided, of what was made. */
export function ratioOf({ parameters: wish, media = [] }, otherwise) {
  const [across, down] = (wish.aspect_ratio ?? wish.size ?? '').split(/[:x]/).map(Number)
  const ratio = across && down ? across / down : media[0] ? media[0].width / media[0].height : otherwise
  return Math.min(3, Math.max(1 / 3, ratio))
}
