// Which model answers: the button that shows it, and the list that opens when it is wanted and is loaded only then.
import { complain } from './complain.js'
import { findModel, noModel, offeredModel, rememberModel } from './models.js'
import { text } from './texts.js'

const button = document.getElementById('model')
const label = document.getElementById('model-name')
const popover = document.getElementById('picker')
const find = document.getElementById('picker-find')

let chosen = null
let then = null
let loading = null
const listeners = []
const watchers = []

export const chosenModel = () => chosen

/** Shows a model as chosen; without an id, or with one that is gone, the offered one. */
export function chooseModel(id) {
  const known = findModel(id)
  chosen = (known?.available === false ? null : known?.id) ?? offeredModel()?.id ?? null
  label.textContent = findModel(chosen)?.name ?? noModel()
  for (const watcher of watchers) watcher()
  // It may have been opened before the models had come.
  if (popover.matches(':popover-open')) list().then((models) => models.refill())
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

/** @param watcher called whenever another model may be chosen, by the person or by the page */
export const whenModelShown = (watcher) => watchers.push(watcher)

function take(id) {
  chooseModel(id)
  popover.hidePopover()
  button.focus()
  rememberModel(chosen)
  for (const listener of listeners) listener()
  then?.()
  then = null
}

function list() {
  loading ??= import('./picker-list.js').then(({ List }) => new List({ chosenModel, take }))
  loading.catch((failure) => {
    loading = null
    complain(failure)
  })
  return loading
}

function place() {
  const { left, top, bottom } = button.getBoundingClientRect()
  const above = top > innerHeight - bottom
  popover.style.setProperty('--picker-left', `${Math.max(12, Math.min(left, innerWidth - popover.offsetWidth - 12))}px`)
  popover.style.setProperty('--picker-top', above ? 'auto' : `${bottom + 8}px`)
  popover.style.setProperty('--picker-bottom', above ? `${innerHeight - top + 8}px` : 'auto')
  popover.style.setProperty('--picker-room', `${(above ? top : innerHeight - bottom) - 84}px`)
}

/** Arrows open the list; letters begin the search, as in every list of choices. */
function openByKey(event) {
  const { key, ctrlKey, metaKey, altKey } = event
  const letter = key.length === 1 && key !== ' ' && !ctrlKey && !metaKey && !altKey
  if (!letter && key !== 'ArrowDown' && key !== 'ArrowUp') return
  event.preventDefault()
  if (letter) find.value = key
  popover.showPopover()
}

button.addEventListener('click', () => popover.togglePopover())
button.addEventListener('keydown', openByKey)
for (const sign of ['pointerenter', 'focus']) button.addEventListener(sign, list, { once: true })
popover.addEventListener('toggle', ({ newState }) => {
  button.setAttribute('aria-expanded', newState === 'open')
  // This event comes late: what was typed meanwhile must stay, so the words go when the list closes.
  if (newState !== 'open') {
    then = null
    return (find.value = '')
  }
  place()
  find.focus()
  list().then((models) => models.open())
})
addEventListener('resize', () => popover.matches(':popover-open') && place())
