// What is known of something that was made, line by line; what is not known has no line.
import { text } from './texts.js'

/** @param facts by name; null and empty ones are left out */
export function fillFacts(place, facts) {
  const rows = Object.entries(facts).filter(([, value]) => value != null && value !== '')
  place.replaceChildren(...rows.map(([name, value]) => row(text(`detail.${name}`), String(value))))
}

function row(name, value) {
  const line = document.createElement('div')
  const [term, fact] = ['dt', 'dd'].map((tag) => document.createElement(tag))
  term.textContent = name
  fact.textContent = value
  line.append(term, fact)
  return line
}

/** The settings of a picture or a film. */
export const settingsOf = (wish) => ({
  ratio: wish?.aspect_ratio,
  resolution: wish?.image_size,
  tier: wish?.resolution,
  length: wish?.duration && text('videos.long', wish.duration),
  sound: wish?.generate_audio == null ? null : text(wish.generate_audio ? 'videos.loud' : 'videos.silent'),
  seed: wish?.seed,
})

/** The pictures that it was made from; one that is gone is left out. */
export function fillSources(place, wish) {
  const frames = [
    [wish?.image_media_id, 'videos.first'],
    [wish?.last_image_media_id, 'videos.last'],
  ].filter(([id]) => id)
  const references = (wish?.reference_media_ids ?? []).map((id) => [id, 'detail.references'])
  const sources = [...frames, ...references]
  place.hidden = sources.length === 0
  place.replaceChildren(...sources.map(([id, name]) => source(id, text(name))))
}

function source(id, name) {
  const item = document.createElement('li')
  const image = Object.assign(new Image(56, 56), { src: `/bff/media/${id}/thumbnail?size=small`, alt: name, title: name })
  image.addEventListener('error', () => item.remove())
  item.append(image)
  return item
}
