// Ctrl+K: chats, models and pages in one list that one searches, with the keyboard alone.
import { call } from './api.js'
import { complain } from './complain.js'
import { allModels, factsOf, loadModels, matches, rememberModel } from './models.js'
import { text } from './texts.js'

const dialog = document.getElementById('palette')
const find = document.getElementById('palette-find')
const list = document.getElementById('palette-list')
const none = document.getElementById('palette-none')
const template = document.getElementById('palette-option').content.firstElementChild
const MOST = 6

let turn = 0
let active = null
let waiting

export function openPalette() {
  find.value = ''
  list.replaceChildren()
  dialog.showModal()
  lookSafely()
  if (!allModels().length) loadModels().then(lookSafely, complain)
}

async function look() {
  const mine = ++turn
  const words = find.value.trim()
  const others = [...pages(words), ...(words ? models(words) : [])]
  show(others)
  const query = new URLSearchParams({ limit: MOST, ...(words && { q: words }) })
  const { items } = await call('GET', `/conversations?${query}`)
  if (mine === turn) show([...items.map(chat), ...others])
}

const lookSafely = () => look().catch(complain)
const chat = ({ id, title }) => ({ name: title || text('untitled'), kind: text('kind.chat'), go: () => location.assign(`/chat?c=${id}`) })

function models(words) {
  const some = allModels().filter((model) => model.available !== false && matches(model, words)).slice(0, MOST)
  return some.map((model) => ({ name: model.name, kind: factsOf(model).join(' · '), go: () => take(model.id) }))
}

/** For the chat that is open here, or for the next one. */
async function take(id) {
  await rememberModel(id)
  if (!document.getElementById('picker')) return location.assign('/')
  const { chooseModel } = await import('./picker.js')
  chooseModel(id)
  document.getElementById('prompt').focus()
}

/** What the rail leads to, for administrators the pages behind it too, and the list of keys. */
function pages(words) {
  const behind = document.getElementById('palette-pages')?.content.children ?? []
  const links = [...document.querySelectorAll('.rail li a'), ...behind].map((link) => ({
    name: link.textContent.trim(),
    go: () => location.assign(link.getAttribute('href')),
  }))
  const keys = { name: document.getElementById('keys-title').textContent, go: () => import('./keys.js').then((list) => list.openKeys()) }
  const wanted = words.toLowerCase()
  return [...links, keys].filter(({ name }) => name.toLowerCase().includes(wanted)).map((page) => ({ ...page, kind: text('kind.page') }))
}

function show(found) {
  list.replaceChildren(...found.map(option))
  list.hidden = found.length === 0
  none.hidden = found.length > 0
  activate(list.firstElementChild)
}

function option({ name, kind, go }, at) {
  const item = template.cloneNode(true)
  item.id = `found-${at}`
  item.go = go
  item.querySelector('.name').textContent = name
  item.querySelector('.kind').textContent = kind
  return item
}

function activate(item) {
  active?.classList.remove('active')
  active?.setAttribute('aria-selected', 'false')
  active = item
  if (!item) return find.removeAttribute('aria-activedescendant')
  item.classList.add('active')
  item.setAttribute('aria-selected', 'true')
  item.scrollIntoView({ block: 'nearest' })
  find.setAttribute('aria-activedescendant', item.id)
}

function choose(item) {
  dialog.close()
  item.go()
}

find.addEventListener('input', () => {
  clearTimeout(waiting)
  waiting = setTimeout(lookSafely, 150)
})
find.addEventListener('keydown', (event) => {
  if (event.isComposing) return
  const next = {
    ArrowDown: () => activate(active?.nextElementSibling ?? list.firstElementChild),
    ArrowUp: () => activate(active?.previousElementSibling ?? list.lastElementChild),
    Enter: () => active && choose(active),
  }[event.key]
  if (!next) return
  event.preventDefault()
  next()
})
list.addEventListener('click', ({ target }) => {
  const item = target.closest('.option')
  if (item) choose(item)
})
dialog.addEventListener('click', ({ target }) => target === dialog && dialog.close())
