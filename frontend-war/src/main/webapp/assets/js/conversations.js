// The list of chats on the left: newest first, more on demand; a drawer where there is no room for it.
import { call } from './api.js'
import { text } from './texts.js'
import { working } from './working.js'

const panel = document.getElementById('conversations')
const links = document.getElementById('conversation-links')
const none = document.getElementById('conversations-none')
const more = document.getElementById('conversations-more')
const opener = document.getElementById('conversations-open')
const closer = document.getElementById('conversations-close')
const template = document.getElementById('conversation').content.firstElementChild

const running = new Set()
let current = null
let cursor = null
let shown = []

export async function loadConversations() {
  const page = await call('GET', '/conversations?limit=30')
  shown = page.items
  cursor = page.next_cursor
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

function draw() {
  links.replaceChildren(...shown.map(item))
  links.setAttribute('aria-busy', 'false')
  none.hidden = shown.length > 0
  more.hidden = !cursor
}

function item({ id, title }) {
  const element = template.cloneNode(true)
  const link = element.firstElementChild
  link.href = `/chat?c=${id}`
  link.textContent = title || text('untitled')
  link.classList.toggle('running', running.has(id))
  if (id === current) link.setAttribute('aria-current', 'page')
  return element
}

function open(isOpen) {
  panel.classList.toggle('open', isOpen)
  opener.setAttribute('aria-expanded', isOpen)
  ;(isOpen ? closer : opener).focus()
}

async function showMore() {
  const from = cursor
  const page = await call('GET', `/conversations?limit=30&cursor=${encodeURIComponent(from)}`)
  // The list was loaded anew meanwhile, so that this page may not follow its end.
  if (cursor !== from) return
  shown = shown.concat(page.items)
  cursor = page.next_cursor
  draw()
}

more.addEventListener('click', () => working(more, showMore))
opener.addEventListener('click', () => open(true))
closer.addEventListener('click', () => open(false))
panel.addEventListener('keydown', ({ key }) => key === 'Escape' && open(false))
