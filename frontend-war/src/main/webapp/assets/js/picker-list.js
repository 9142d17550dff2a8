// The list of the model picker: a combobox over grouped options, as the ARIA Authoring Practices describe it. The options are made
// once; searching only rearranges them, and what is out of sight is not drawn, so hundreds stay instant.
import { allModels, canOf, factsOf, matches } from './models.js'
import { recent, suggested } from './suggested.js'
import { text } from './texts.js'

const popover = document.getElementById('picker')
const find = document.getElementById('picker-find')
const box = document.getElementById('picker-list')
const none = document.getElementById('picker-none')
const template = document.getElementById('option').content.firstElementChild
const PAGE = 6

export class List {
  #choice
  #made = new Map()
  #shown = []
  #active = null
  #moved = false

  /** @param choice {chosenModel(), take(id)} */
  constructor(choice) {
    this.#choice = choice
    find.addEventListener('input', () => this.#search())
    find.addEventListener('keydown', (event) => this.#key(event))
    box.addEventListener('click', ({ target }) => this.#take(target.closest('.option')))
  }

  open() {
    this.#moved = false
    this.refill()
    recent().then(() => !this.#moved && !find.value && this.refill())
  }

  refill() {
    for (const item of this.#made.values()) item.setAttribute('aria-selected', item.dataset.model === this.#choice.chosenModel())
    this.#fill()
  }

  #search() {
    this.#moved = false
    this.#fill()
  }

  /** What comes late, recent models or all of them, leaves the one that was reached by keys. */
  #fill() {
    const words = find.value.trim()
    const offered = allModels().filter((model) => model.available !== false)
    const groups = words ? [['found', offered.filter((model) => matches(model, words))]] : grouped(offered)
    const filled = groups.filter(([, models]) => models.length)
    box.replaceChildren(...filled.map(([name, models]) => this.#group(name, models)))
    this.#shown = [...box.querySelectorAll('.option')]
    box.hidden = this.#shown.length === 0
    none.hidden = this.#shown.length > 0
    box.scrollTop = 0
    const reached = this.#moved && this.#shown.includes(this.#active) ? this.#active : null
    const chosen = words ? null : this.#shown.find((item) => item.getAttribute('aria-selected') === 'true')
    this.#activate(reached ?? chosen ?? this.#shown[0])
  }

  #group(name, models) {
    const group = Object.assign(document.createElement('div'), { className: 'group', role: 'group' })
    const title = Object.assign(document.createElement('p'), { className: 'title', id: `picker-${name}`, textContent: text(`picker.${name}`) })
    title.setAttribute('role', 'presentation')
    group.setAttribute('aria-labelledby', title.id)
    group.append(title, ...models.map((model) => this.#option(name, model)))
    return group
  }

  #option(group, model) {
    const id = `${group}-${encodeURIComponent(model.id)}`
    const known = this.#made.get(id)
    if (known) return known
    const item = template.cloneNode(true)
    Object.assign(item, { id })
    item.dataset.model = model.id
    item.setAttribute('aria-selected', model.id === this.#choice.chosenModel())
    item.querySelector('.name').textContent = model.name
    item.querySelector('.facts').append(...factsOf(model).map((fact) => Object.assign(document.createElement('span'), { textContent: fact })))
    const can = canOf(model)
    for (const sign of item.querySelectorAll('[data-can]')) if (!can.has(sign.dataset.can)) sign.remove()
    this.#made.set(id, item)
    return item
  }

  #activate(item) {
    this.#active?.classList.remove('active')
    this.#active = item
    if (!item) return find.removeAttribute('aria-activedescendant')
    item.classList.add('active')
    item.scrollIntoView({ block: 'nearest' })
    if (item === this.#shown[0]) box.scrollTop = 0
    find.setAttribute('aria-activedescendant', item.id)
  }

  #key(event) {
    if (event.isComposing || event.shiftKey || event.ctrlKey || event.altKey) return
    // The focus goes back to the button, and from there on.
    if (event.key === 'Tab') return popover.hidePopover()
    const at = this.#shown.indexOf(this.#active)
    const last = this.#shown.length - 1
    const to = {
      ArrowDown: at < last ? at + 1 : 0,
      ArrowUp: at > 0 ? at - 1 : last,
      PageDown: Math.min(at + PAGE, last),
      PageUp: Math.max(at - PAGE, 0),
      Home: 0,
      End: last,
    }[event.key]
    if (to === undefined && event.key !== 'Enter') return
    event.preventDefault()
    this.#moved = true
    if (to === undefined) this.#take(this.#active)
    else this.#activate(this.#shown[to])
  }

  #take(item) {
    if (item) this.#choice.take(item.dataset.model)
  }
}

/** Where there are few, half of them are suggested at most. */
function grouped(offered) {
  const known = new Set(offered.map(({ id }) => id))
  return [
    ['suggested', suggested(offered)],
    ['recent', recent.now.filter((model) => known.has(model.id))],
    ['all', offered],
  ]
}
