// The fields of a composer: exactly what the chosen model declares, each with what the person last wanted where that is possible.
import { text } from './texts.js'

const frame = document.getElementById('frame').content.firstElementChild
const segment = document.getElementById('segment').content.firstElementChild
const composer = document.getElementById('studio-composer')
const more = document.getElementById('field-more')
const seed = document.getElementById('seed')
const sound = document.getElementById('sound')
const places = [...document.querySelectorAll('.field-choice')]
/** Of a little frame, in pixels. */
const LONG = 26

const nameOf = ({ id }) => id.replace('field-', '')
const checked = (place) => place.querySelector(':checked')

/** @param choices by field; an empty list or null: not declared @param wanted what to choose, by field */
export function showFields(choices, wanted) {
  composer.classList.remove('waiting')
  for (const place of places) show(place, choices[nameOf(place)] ?? [], String(wanted[nameOf(place)] ?? ''))
  more.hidden = !choices.seed
  if (choices.seed) Object.assign(seed, choices.seed)
  seed.value = choices.seed ? (wanted.seed ?? '') : ''
  if (seed.value !== '') more.open = true
  if (!sound) return
  sound.closest('label').hidden = !choices.sound
  sound.checked = wanted.generate_audio ?? true
}

/** What the request says; a field that the model does not declare is not in it. */
export function fieldValues() {
  const chosen = places.filter(checked).map((place) => [nameOf(place), valueOf(place)])
  const values = Object.fromEntries(chosen)
  if (!more.hidden && seed.value !== '' && seed.checkValidity()) values.seed = Number(seed.value)
  if (sound && !sound.closest('label').hidden) values.generate_audio = sound.checked
  return values
}

const valueOf = (place) => ('number' in place.dataset ? Number(checked(place).value) : checked(place).value)

function show(place, values, wanted) {
  // Where there is only one way there is nothing to choose, but the request says it.
  place.hidden = values.length < 2
  const make = nameOf(place) === 'aspect_ratio' ? framed : plain
  place.querySelector('.choices').replaceChildren(...values.map((value) => make(place, String(value))))
  const inputs = [...place.querySelectorAll('input')]
  const like = (word) => inputs.find(({ value }) => value === word)
  const choice = like(wanted) ?? like(place.dataset.usual) ?? inputs[0]
  if (choice) choice.checked = true
}

function plain(place, value) {
  const label = segment.cloneNode(true)
  Object.assign(label.querySelector('input'), { name: nameOf(place), value })
  const words = value.replace(/^(\d+)x(\d+)$/, '$1 × $2')
  label.append(place.dataset.unit ? `${words} ${place.dataset.unit}` : words)
  return label
}

/** A little frame of that shape. */
function framed(place, value) {
  const label = frame.cloneNode(true)
  Object.assign(label.querySelector('input'), { name: nameOf(place), value })
  label.querySelector('span').textContent = value === 'auto' ? text('images.auto') : value
  const [across = 1, down = 1] = value.split(':').map((side) => Number(side) || 1)
  const { style } = label.querySelector('i')
  style.width = `${Math.max(6, LONG * Math.min(1, across / down))}px`
  style.height = `${Math.max(6, LONG * Math.min(1, down / across))}px`
  label.classList.toggle('free', value === 'auto')
  return label
}

/** Chooses the format, or the size in pixels, whose shape is nearest to a picture's. */
export function suggestRatio({ width, height }) {
  const away = ({ value }) => {
    const [across, down] = value.split(/[:x]/).map(Number)
    return across && down ? Math.abs(Math.log((across * height) / (down * width))) : Infinity
  }
  const inputs = [...document.querySelectorAll('#field-aspect_ratio input, #field-size input')]
  const [nearest] = inputs.sort((one, other) => away(one) - away(other))
  if (nearest) nearest.checked = true
}

document.getElementById('dice').addEventListener('click', () => {
  seed.value = Number(seed.min) + Math.floor(Math.random() * (Math.min(Number(seed.max), 999999) - Number(seed.min) + 1))
  seed.dispatchEvent(new Event('input', { bubbles: true }))
})
