// The fields of the composer: exactly what the chosen model declares, each with what the person last wanted where that is possible.
import { choicesOf } from './imagemodels.js'
import { text } from './texts.js'

const frame = document.getElementById('frame').content.firstElementChild
const segment = document.getElementById('segment').content.firstElementChild
const more = document.getElementById('image-more')
const seed = document.getElementById('seed')
/** Of a little frame, in pixels. */
const LONG = 26
const FIELDS = ['aspect_ratio', 'size', 'image_size', 'n']

const place = (name) => document.getElementById(`field-${name}`)
const checked = (name) => place(name).querySelector(':checked')

/** @param wanted what to choose, by field */
export function showFields(model, wanted) {
  const choices = choicesOf(model)
  for (const name of FIELDS) show(name, choices[name], String(wanted[name] ?? ''))
  more.hidden = !choices.seed
  if (choices.seed) Object.assign(seed, choices.seed)
  seed.value = choices.seed ? (wanted.seed ?? '') : ''
  if (seed.value !== '') more.open = true
}

/** What the request says; a field that the model does not declare is not in it. */
export function fieldValues() {
  const chosen = FIELDS.filter((name) => checked(name)).map((name) => [name, checked(name).value])
  const values = Object.fromEntries(chosen)
  if (values.n) values.n = Number(values.n)
  if (!more.hidden && seed.value !== '' && seed.checkValidity()) values.seed = Number(seed.value)
  return values
}

function show(name, values, wanted) {
  const field = place(name)
  // Where there is only one way there is nothing to choose, but the request says it.
  field.hidden = values.length < 2
  const make = name === 'aspect_ratio' ? framed : plain
  field.querySelector('.choices').replaceChildren(...values.map((value) => make(name, value)))
  const inputs = [...field.querySelectorAll('input')]
  const choice = inputs.find(({ value }) => value === wanted) ?? inputs.find(({ value }) => value === '1:1') ?? inputs[0]
  if (choice) choice.checked = true
}

function plain(name, value) {
  const label = segment.cloneNode(true)
  Object.assign(label.querySelector('input'), { name, value })
  label.append(value.replace(/^(\d+)x(\d+)$/, '$1 × $2'))
  return label
}

/** A little frame of that shape. */
function framed(name, value) {
  const label = frame.cloneNode(true)
  Object.assign(label.querySelector('input'), { name, value })
  label.querySelector('span').textContent = value === 'auto' ? text('images.auto') : value
  const [across = 1, down = 1] = value.split(':').map((side) => Number(side) || 1)
  const { style } = label.querySelector('i')
  style.width = `${Math.max(6, LONG * Math.min(1, across / down))}px`
  style.height = `${Math.max(6, LONG * Math.min(1, down / across))}px`
  label.classList.toggle('free', value === 'auto')
  return label
}

document.getElementById('dice').addEventListener('click', () => {
  seed.value = Number(seed.min) + Math.floor(Math.random() * (Math.min(Number(seed.max), 999999) - Number(seed.min) + 1))
  seed.dispatchEvent(new Event('input', { bubbles: true }))
})
