// A job that makes a film, which plays where it was waited for.
import { duration, money } from './format.js'
import { wordsOf } from './filmwords.js'
import { JobCard, ratioOf } from './jobcard.js'
import { costIsOpen } from './jobwords.js'
import { makerName } from './makers.js'
import { showFilm } from './film.js'
import { inSight } from './sight.js'
import { text } from './texts.js'

const WIDE = 16 / 9

export class FilmCard extends JobCard {
  /** The film itself stays in the gallery. */
  get removable() {
    return true
  }

  get title() {
    return wordsOf(this.job.parameters)
  }

  /** What is out of sight is told with a way to it, as on every other page. */
  get spoken() {
    return inSight(this.element) ? super.spoken : ''
  }

  progress() {
    const { estimated_cost: estimate } = this.job
    return [...super.progress(), estimate == null ? null : text('images.estimate', money(estimate))]
  }

  facts() {
    const { status, parameters: wish, media, cost, created_at: since, finished_at: until } = this.job
    const facts = status === 'completed' ? [] : [text(`job.${status}`)]
    const length = media?.[0]?.duration ?? wish.duration
    facts.push(makerName(wish.model), length && text('videos.long', Math.round(length)), wish.aspect_ratio, wish.resolution ?? wish.size)
    if (cost != null) facts.push(money(cost))
    else if (costIsOpen(this.job)) facts.push(text('job.cost-open'))
    if (until && status === 'completed') facts.push(text('videos.took', duration(new Date(until) - new Date(since))))
    return facts
  }

  result() {
    const [film] = this.media
    const box = this.part('.film')
    box.parentElement.style.setProperty('--ratio', ratioOf(this.job, WIDE))
    showFilm(box.querySelector('video'), film)
    this.#still(film ? null : this.job.parameters.image_media_id)
    this.part('.film-gone').hidden = Boolean(film) || this.job.status !== 'completed'
    this.part('.details-link').href = `/videos?job=${this.job.id}`
  }

  /** While it is made one sees the picture with which it begins. */
  #still(id) {
    const image = this.part('.still')
    image.hidden = !id
    const address = id && `/bff/media/${id}/thumbnail?size=large`
    if (id && image.getAttribute('src') !== address) image.src = address
  }
}
