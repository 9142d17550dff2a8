// Which model makes it: a button that opens a list with prices, walked through with the arrow keys, and searched where it is long.
import { makerName, makerOf, makersOf, usualMaker } from './makers.js'
import { matches } from './models.js'
import { text } from './texts.js'

/** More than these are not seen at a glance. */
const HANDFUL = 6

const button = document.getElementById('model')
const popover = document.getElementById('makers')
const list = popover.querySelector('ul')
const search = popover.querySelector('.find')
const find = search.querySelector('input')
const none = popover.querySelector('.none')
const template = document.getElementById('maker').content.firstElementChild

let studio = null
let chosen = null
let tell = () => {}
let written = ''
let pause

/** @param of the studio whose models are offered @param listener called whenever the person chooses */
export function offerMakers(of, listener) {
  studio = of
  tell = listener
}

export const chosenMaker = () => studio && makerOf(studio.kind, chosen)

/** Shows a model as chosen; one that is gone leaves the choice to the usual one. */
export function chooseMaker(id) {
  chosen = (makerOf(studio.kind, id) ?? usualMaker(studio.kind))?.id ?? null
  document.getElementById('model-name').textContent = chosen ? makerName(chosen) : text('no-models')
  document.getElementById('model-price').textContent = chosen ? studio.priceOf(chosenMaker()) : ''
  if (chosen && popover.matches(':popover-open') && !list.children.length && !find.value) {
    // It was opened before the models had come.
    offer()
    reach()
  }
}

function option(model) {
  const item = template.cloneNode(true)
  const own = item.querySelector('button')
  own.dataset.model = model.id
  own.setAttribute('aria-checked', model.id === chosen)
  item.querySelector('.name').textContent = model.name
  item.querySelector('.facts').textContent = studio.priceOf(model)
  return item
}

function place() {
  const { left, top, bottom } = button.getBoundingClientRect()
  const above = top > innerHeight - bottom
  popover.style.setProperty('--picker-left', `${Math.max(12, Math.min(left, innerWidth - popover.offsetWidth - 12))}px`)
  popover.style.setProperty('--picker-top', above ? 'auto' : `${bottom + 8}px`)
  popover.style.setProperty('--picker-bottom', above ? `${innerHeight - top + 8}px` : 'auto')
  popover.style.setProperty('--picker-room', `${(above ? top : innerHeight - bottom) - (search.hidden ? 24 : 84)}px`)
}

/** Where the list is entered. */
const entry = () => list.querySelector('[aria-checked="true"]') ?? list.querySelector('button')

function fill() {
  const found = makersOf(studio.kind).filter((model) => matches(model, find.value.trim()))
  list.replaceChildren(...found.map(option))
  const start = entry()
  if (start) start.tabIndex = 0
  list.hidden = found.length === 0
  none.hidden = found.length > 0
}

popover.addEventListener('beforetoggle', ({ newState }) => {
  button.setAttribute('aria-expanded', newState === 'open')
  if (newState === 'open') offer()
})
popover.addEventListener('toggle', ({ newState }) => newState === 'open' && reach())

/** All of them. */
function offer() {
  find.value = ''
  search.hidden = makersOf(studio.kind).length <= HANDFUL
  fill()
}

function reach() {
  place()
  const start = entry()
  start?.scrollIntoView({ block: 'nearest' })
  if (search.hidden) start?.focus()
  else find.focus()
}

find.addEventListener('input', fill)
find.addEventListener('keydown', (event) => {
  const items = [...list.querySelectorAll('button')]
  if (event.isComposing) return
  if (event.key === 'ArrowDown') (find.value ? items[0] : entry())?.focus()
  else if (event.key === 'ArrowUp') items.at(-1)?.focus()
  else if (event.key === 'Enter' && find.value) items[0]?.click()
  else if (event.key !== 'Enter') return
  event.preventDefault()
})

/** What is typed leads to the next name that has a word which begins like it. */
function typed(sign, items, at) {
  clearTimeout(pause)
  pause = setTimeout(() => (written = ''), 800)
  written += sign.toLowerCase()
  const order = [...items.slice(at), ...items.slice(0, at)]
  order.find((item) => ` ${item.textContent.toLowerCase()}`.includes(` ${written}`))?.focus()
}

list.addEventListener('keydown', (event) => {
  const items = [...list.querySelectorAll('button')]
  const at = items.indexOf(document.activeElement)
  const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key]
  if (next !== undefined) items.at(next % items.length).focus()
  else if (!search.hidden && event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey) return find.focus()
  else if (/^[\p{L}\p{N}]$/u.test(event.key) && !event.ctrlKey && !event.metaKey) typed(event.key, items, at)
  else return
  event.preventDefault()
})
list.addEventListener('click', ({ target }) => {
  const item = target.closest('button')
  if (!item) return
  chooseMaker(item.dataset.model)
  popover.hidePopover()
  button.focus()
  tell()
})
addEventListener('resize', () => popover.matches(':popover-open') && place())
