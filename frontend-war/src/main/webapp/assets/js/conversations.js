// The list of chats on the left: searched while one types, more of it while one scrolls.
import { call } from './api.js'
import { complain } from './complain.js'
import './drawer.js'
import { name } from './heading.js'
import { groups } from './rows.js'
import { text } from './texts.js'
import { working } from './working.js'

const PAGE = 30
const MOST = 100
const panel = document.getElementById('conversations')
const list = document.getElementById('conversation-links')
const find = document.getElementById('conversations-find')
const none = document.getElementById('conversations-none')
const unfound = document.getElementById('conversations-unfound')
const more = document.getElementById('conversations-more')

const running = new Set()
let current = null
let words = ''
let cursor = null
let shown = []
let reading = 0
let known = false
let waiting

/** Reads the list anew, as far as it was shown. */
export async function loadConversations() {
  const mine = ++reading
  const page = await read(Math.min(MOST, Math.max(PAGE, shown.length)))
  // Somebody typed on meanwhile, or the list was read again.
  if (mine !== reading) return
  shown = page.items
  cursor = page.next_cursor
  known = true
  draw()
}

export function setCurrent(id) {
  current = id
  draw()
}

/** Marks a chat in which an answer is being written, in whichever tab or device it was asked. */
export function setRunning(id, isRunning) {
  if (isRunning === running.has(id)) return
  if (isRunning) running.add(id)
  else running.delete(id)
  if (shown.some((conversation) => conversation.id === id)) draw()
  else loadConversations().catch(() => {})
}

/** After a gap in the news nobody knows which chats are still being answered; the next news say it again. */
export function forgetRunning() {
  running.clear()
  draw()
}

function read(limit, from) {
  const query = new URLSearchParams({ limit })
  if (words) query.set('q', words)
  if (from) query.set('cursor', from)
  return call('GET', `/conversations?${query}`)
}

function draw() {
  if (!known || list.querySelector('.rename')) return
  const focused = list.contains(document.activeElement) && document.activeElement
  const place = focused && [focused.closest('.row')?.dataset.id, focused.matches('.options') ? '.options' : '.link']
  list.replaceChildren(...groups(shown, { current, running, words }))
  list.setAttribute('aria-busy', 'false')
  none.hidden = shown.length > 0 || Boolean(words)
  unfound.hidden = shown.length > 0 || !words
  more.hidden = !cursor
  if (place) rowOf(place[0])?.querySelector(place[1]).focus({ preventScroll: true })
  nearEnd.unobserve(more)
  nearEnd.observe(more)
}

const rowOf = (id) => list.querySelector(`[data-id="${id}"]`)

async function showMore() {
  const from = cursor
  if (!from) return
  const page = await read(PAGE, from)
  // The list was loaded anew meanwhile, so that this page may not follow its end.
  if (cursor !== from) return
  shown = shown.concat(page.items)
  cursor = page.next_cursor
  draw()
}

function search() {
  const wanted = find.value.trim()
  if (wanted === words) return
  words = wanted
  shown = []
  loadConversations().catch(complain)
}

/** What the menu of a row does to the list. */
const changes = {
  row: rowOf,
  redraw: draw,
  renamed: ({ id, title }) => {
    for (const conversation of shown) if (conversation.id === id) conversation.title = title
    if (id === current) name(title || text('untitled'))
    draw()
  },
  reload: () => loadConversations().catch(complain),
  removed: ({ id }) => {
    const at = shown.findIndex((conversation) => conversation.id === id)
    shown = shown.filter((conversation) => conversation.id !== id)
    draw()
    const next = shown[Math.min(at, shown.length - 1)]
    if (next) rowOf(next.id).querySelector('.link').focus()
    return id === current
  },
}

const nearEnd = new IntersectionObserver(([{ isIntersecting }]) => isIntersecting && working(more, showMore), { root: panel })

list.addEventListener('click', async ({ target }) => {
  const button = target.closest('.options')
  if (!button) return
  const conversation = shown.find(({ id }) => id === button.closest('.row').dataset.id)
  const { openMenu } = await import('./rowmenu.js')
  openMenu(button, conversation, changes)
})
find.addEventListener('input', () => {
  clearTimeout(waiting)
  waiting = setTimeout(search, 200)
})
find.addEventListener('keydown', (event) => {
  if (event.isComposing) return
  if (event.key === 'Escape' && find.value) {
    event.stopPropagation()
    find.value = ''
    search()
  } else if (event.key === 'ArrowDown') list.querySelector('.link')?.focus()
})
more.addEventListener('click', () => working(more, showMore))
document.addEventListener('visibilitychange', () => document.hidden || changes.reload())
if (sessionStorage.getItem('deleted')) import('./undo.js').then((undo) => undo.offerLate())
