// What of the gallery is shown: the fields say it, the address keeps it, so that Back, a reload and a bookmark bring it again.
import { call } from './api.js'
import { loadMakers, makerName } from './makers.js'

const form = document.getElementById('filters')
const reset = document.getElementById('filters-reset')
const opener = document.getElementById('filters-open')
const { q: words, album, model, from, to } = form.elements
const DAY = 86400000
let waiting

const address = () => new URLSearchParams(location.search)
export const inBin = () => address().get('deleted') === 'true'
/** Whether anything but the bin narrows what is shown. */
export const narrowed = () => [...address().keys()].some((key) => key !== 'deleted')

/** As the API asks for it: days are the reader's own, from their beginning to their end. */
export function query() {
  const asked = address()
  const midnight = (day) => new Date(`${day}T00:00`).getTime()
  if (asked.has('from')) asked.set('from', new Date(midnight(asked.get('from'))).toISOString())
  if (asked.has('to')) asked.set('to', new Date(midnight(asked.get('to')) + DAY).toISOString())
  return asked
}

/** Shows in the fields what the address says. */
export function showFilters() {
  const asked = address()
  for (const field of form.elements) {
    if (!field.name) continue
    const value = asked.get(field.name) ?? ''
    if (field.type === 'radio' || field.type === 'checkbox') field.checked = field.value === value
    else if (field !== document.activeElement) field.value = value
  }
  for (const select of [album, model]) keepOption(select, asked.get(select.name))
  for (const day of [from, to]) day.classList.toggle('set', Boolean(day.value))
  reset.hidden = !narrowed()
}

/** @param changed called when the address says something else than before */
export function whenFiltered(changed) {
  const apply = (how) => {
    const asked = new URLSearchParams([...new FormData(form)].filter(([, value]) => value))
    if (inBin()) asked.set('deleted', 'true')
    if (`${asked}` === `${address()}`) return
    history[how]({}, '', `/gallery${asked.size ? `?${asked}` : ''}`)
    showFilters()
    changed()
  }
  form.addEventListener('submit', (event) => event.preventDefault())
  form.addEventListener('change', ({ target }) => target !== words && apply('pushState'))
  words.addEventListener('input', () => {
    clearTimeout(waiting)
    waiting = setTimeout(apply, 250, 'replaceState')
  })
  document.addEventListener('click', ({ target }) => {
    if (!target.closest('[data-reset]')) return
    form.reset()
    for (const field of [words, album, model, from, to]) field.value = ''
    apply('pushState')
    words.focus()
  })
}

/** The albums and models that there are to choose from, with what is in them. */
export async function fillChoices() {
  const [albums, models] = await Promise.all([call('GET', '/gallery/albums'), call('GET', '/gallery/models'), named()])
  offer(album, albums.items.map(({ name, count }) => [name, `${name} (${count})`]))
  offer(model, models.items.map(({ name: id, count }) => [id, `${makerName(id)} (${count})`]))
  showFilters()
}

const named = () => Promise.allSettled([loadMakers('image'), loadMakers('video')])

function offer(select, choices) {
  select.replaceChildren(select.options[0], ...choices.map(([value, label]) => new Option(label, value)))
  select.closest('label').hidden = choices.length === 0
}

/** What an old address asks for may not be on offer any more; it is shown nevertheless. */
function keepOption(select, value) {
  if (value && select.value !== value) {
    select.add(new Option(value, value))
    select.value = value
  }
  select.classList.toggle('set', Boolean(value))
}

opener.addEventListener('click', () => {
  const open = form.classList.toggle('opened')
  opener.setAttribute('aria-expanded', open)
})
