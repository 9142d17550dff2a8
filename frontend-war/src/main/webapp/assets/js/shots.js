// The pictures and films of the gallery as a grid in which each keeps its shape; arrow keys walk through it, Space picks.
import { length } from './format.js'
import { described, thumbnail } from './pictures.js'
import { text } from './texts.js'

const grid = document.getElementById('grid')
const template = document.getElementById('shot').content.firstElementChild

const shots = () => [...grid.children]
export const shotOf = (id) => grid.querySelector(`[data-id="${id}"]`)

export function addShots(items, { first } = {}) {
  grid[first ? 'prepend' : 'append'](...items.map(shot))
  settle()
}

export function clearShots() {
  grid.replaceChildren()
}

export function updateShot(item) {
  const element = shotOf(item.id)
  if (element) dress(element, item)
}

/** @return what stands where the removed ones were, for the focus */
export function removeShots(ids) {
  const gone = ids.map(shotOf).filter(Boolean)
  const at = Math.min(...gone.map((element) => shots().indexOf(element)))
  const focused = gone.some((element) => element.contains(document.activeElement))
  gone.forEach((element) => element.remove())
  settle()
  if (focused) focus(shots()[Math.min(at, shots().length - 1)])
}

export function markPicked(isPicked) {
  for (const element of shots()) {
    const picked = isPicked(element.dataset.id)
    element.classList.toggle('picked-shot', picked)
    element.querySelector('input').checked = picked
  }
}

function shot(item) {
  const element = template.cloneNode(true)
  dress(element, item)
  for (const control of element.querySelectorAll('button, input')) control.tabIndex = -1
  return element
}

function dress(element, item) {
  element.dataset.id = item.id
  element.style.setProperty('--ratio', Math.min(3, Math.max(0.5, item.width / item.height)).toFixed(4))
  const image = element.querySelector('img')
  image.alt = described(item)
  if (!image.src) image.src = thumbnail(item, 'small')
  element.querySelector('.open').title = described(item)
  element.querySelector('input').setAttribute('aria-label', text('gallery.pick', described(item)))
  element.querySelector('.favourite').hidden = !item.starred
  const plays = element.querySelector('.plays')
  plays.hidden = item.kind !== 'video'
  plays.querySelector('.length').textContent = item.duration ? length(item.duration) : ''
}

/** One picture of the grid is reached with Tab, the others from there with the arrow keys. */
function settle() {
  if (!grid.querySelector('.open[tabindex="0"]')) reach(grid.firstElementChild)
}

function reach(element) {
  for (const control of grid.querySelectorAll('[tabindex="0"]')) control.tabIndex = -1
  for (const control of element?.querySelectorAll('button, input') ?? []) control.tabIndex = 0
}

export function focus(element) {
  if (!element) return
  reach(element)
  element.querySelector('.open').focus()
}

/** The one above or below: in the nearest row, the nearest across. */
function vertical(from, step) {
  const box = from.getBoundingClientRect()
  const middle = box.left + box.width / 2
  const rows = shots().filter((element) => Math.sign(Math.round(element.getBoundingClientRect().top - box.top)) === step)
  const next = step > 0 ? rows[0] : rows.at(-1)
  const row = rows.filter((element) => next.offsetTop === element.offsetTop)
  const away = (element) => Math.abs(element.offsetLeft + element.offsetWidth / 2 - (middle - box.left + from.offsetLeft))
  return row.sort((one, other) => away(one) - away(other))[0]
}

/** @param wishes {open(id), pick(id, {range}), all(), clear()} */
export function whenWalked(wishes) {
  grid.addEventListener('focusin', ({ target }) => reach(target.closest('.shot')))
  grid.addEventListener('click', (event) => {
    const element = event.target.closest('.shot')
    if (event.target.closest('.open')) {
      if (event.shiftKey || event.ctrlKey || event.metaKey) wishes.pick(element.dataset.id, { range: event.shiftKey })
      else wishes.open(element.dataset.id)
    } else if (event.target.matches('input')) wishes.pick(element.dataset.id, { range: event.shiftKey })
  })
  grid.addEventListener('keydown', (event) => key(event, wishes))
}

function key(event, wishes) {
  const here = event.target.closest('.shot')
  const all = shots()
  const steps = {
    ArrowRight: () => all[all.indexOf(here) + 1],
    ArrowLeft: () => all[all.indexOf(here) - 1],
    ArrowDown: () => vertical(here, 1),
    ArrowUp: () => vertical(here, -1),
    Home: () => all[0],
    End: () => all.at(-1),
  }
  if (event.key in steps) {
    const next = steps[event.key]()
    if (next && event.shiftKey) wishes.pick(next.dataset.id, { range: true, from: here.dataset.id })
    focus(next)
  } else if (event.key === ' ' && event.target.matches('.open')) wishes.pick(here.dataset.id, { range: event.shiftKey })
  else if (event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey)) wishes.all()
  else if (event.key === 'Escape') wishes.clear()
  else if (event.key === 'Delete') wishes.remove(here.dataset.id)
  else return
  event.preventDefault()
}
