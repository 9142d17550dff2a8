// The model picker: a button that opens a list one can search, with the keyboard alone as well.
import { allModels, factsOf, findModel, matches, noModel, offeredModel, rememberModel } from './models.js'
import { text } from './texts.js'

const button = document.getElementById('model')
const label = document.getElementById('model-name')
const popover = document.getElementById('picker')
const find = document.getElementById('picker-find')
const list = document.getElementById('picker-list')
const none = document.getElementById('picker-none')
const template = document.getElementById('option').content.firstElementChild

let chosen = null
let then = null
const listeners = []
let active = null

export const chosenModel = () => chosen

/** Shows a model as chosen; without an id, or with one that is gone, the offered one. */
export function chooseModel(id) {
  const known = findModel(id)
  chosen = (known?.available === false ? null : known?.id) ?? offeredModel()?.id ?? null
  label.textContent = findModel(chosen)?.name ?? noModel()
  // It may have been opened before the models had come.
  if (popover.matches(':popover-open')) fillList()
}

/** For a chat whose model is gone: nothing is chosen until the person does. */
export function chooseNone() {
  chosen = null
  label.textContent = text('choose-model')
}

/** Opens the list. @param next called once a model was chosen there, not when the list is closed without */
export function askForModel(next = null) {
  popover.showPopover()
  then = next
}

/** @param listener called whenever the person chooses a model */
export const whenChosen = (listener) => listeners.push(listener)

function option(model) {
  const item = template.cloneNode(true)
  item.id = `model-${allModels().indexOf(model)}`
  item.dataset.model = model.id
  item.setAttribute('aria-selected', model.id === chosen)
  item.querySelector('.name').textContent = model.name
  item.querySelector('.facts').textContent = factsOf(model)
  return item
}

function fillList() {
  const words = find.value.trim()
  const found = allModels().filter((model) => model.available !== false && matches(model, words))
  list.replaceChildren(...found.map(option))
  list.hidden = found.length === 0
  none.hidden = found.length > 0
  activate(list.querySelector('[aria-selected="true"]') ?? list.firstElementChild)
}

function activate(item) {
  active?.classList.remove('active')
  active = item
  find.toggleAttribute('aria-activedescendant', Boolean(item))
  if (!item) return
  item.classList.add('active')
  item.scrollIntoView({ block: 'nearest' })
  find.setAttribute('aria-activedescendant', item.id)
}

function take(item) {
  chooseModel(item.dataset.model)
  popover.hidePopover()
  button.focus()
  rememberModel(chosen)
  for (const listener of listeners) listener()
  then?.()
  then = null
}

function place() {
  const { left, top, bottom } = button.getBoundingClientRect()
  const above = top > innerHeight - bottom
  popover.style.setProperty('--picker-left', `${Math.max(12, Math.min(left, innerWidth - popover.offsetWidth - 12))}px`)
  popover.style.setProperty('--picker-top', above ? 'auto' : `${bottom + 8}px`)
  popover.style.setProperty('--picker-bottom', above ? `${innerHeight - top + 8}px` : 'auto')
  popover.style.setProperty('--picker-room', `${(above ? top : innerHeight - bottom) - 84}px`)
}

const steps = {
  ArrowDown: () => active?.nextElementSibling ?? list.firstElementChild,
  ArrowUp: () => active?.previousElementSibling ?? list.lastElementChild,
  PageDown: () => list.children[Math.min([...list.children].indexOf(active) + 6, list.children.length - 1)],
  PageUp: () => list.children[Math.max([...list.children].indexOf(active) - 6, 0)],
}

button.addEventListener('click', () => popover.togglePopover())
popover.addEventListener('toggle', ({ newState }) => {
  button.setAttribute('aria-expanded', newState === 'open')
  // This event comes late: what was typed meanwhile must stay, so the words go when the list closes.
  if (newState !== 'open') {
    then = null
    return (find.value = '')
  }
  place()
  fillList()
  find.focus()
})
find.addEventListener('input', fillList)
find.addEventListener('keydown', (event) => {
  if (event.isComposing) return
  if (event.key === 'Enter' && active) {
    event.preventDefault()
    take(active)
  } else if (event.key in steps) {
    event.preventDefault()
    activate(steps[event.key]())
  }
})
list.addEventListener('click', ({ target }) => {
  const item = target.closest('.option')
  if (item) take(item)
})
addEventListener('resize', () => popover.matches(':popover-open') && place())
