// Picks one picture out of the gallery, the newest first, searched while one types.
import { call } from './api.js'
import { complain } from './complain.js'
import { described, thumbnail } from './pictures.js'
import { working } from './working.js'

const PAGE = 40
const dialog = document.getElementById('chooser')
const find = dialog.querySelector('input')
const list = dialog.querySelector('.choosable')
const none = dialog.querySelector('.none')
const more = dialog.querySelector('.more')
const template = document.getElementById('choosable').content.firstElementChild

let take = null
let cursor = null
let turn = 0
let waiting

/** @param taken gets the picture */
export function choose(taken) {
  take = taken
  find.value = ''
  list.replaceChildren()
  none.hidden = true
  dialog.showModal()
  look().catch(complain)
}

async function look(from) {
  const mine = ++turn
  const words = find.value.trim()
  const query = new URLSearchParams({ limit: PAGE, ...(words && { q: words }), ...(from && { cursor: from }) })
  const page = await call('GET', `/gallery?${query}`)
  if (mine !== turn) return
  const found = page.items.filter(({ kind }) => kind !== 'video').map(option)
  if (from) list.append(...found)
  else list.replaceChildren(...found)
  cursor = page.next_cursor
  none.hidden = list.children.length > 0
  more.hidden = !cursor
}

function option(item) {
  const element = template.cloneNode(true)
  const image = element.querySelector('img')
  image.alt = described(item)
  image.src = thumbnail(item, 'small')
  element.querySelector('button').addEventListener('click', () => {
    dialog.close()
    take(item)
  })
  return element
}

find.addEventListener('input', () => {
  clearTimeout(waiting)
  waiting = setTimeout(() => look().catch(complain), 200)
})
more.addEventListener('click', () => working(more, () => look(cursor)))
dialog.addEventListener('click', ({ target }) => (target === dialog || target.closest('[data-close]')) && dialog.close())
