// The menu of a chat in the list: rename in place, pin, delete. It comes when it is first opened.
import { call } from './api.js'
import { complain } from './complain.js'
import { text } from './texts.js'
import { offer, offerLater } from './undo.js'

const menu = document.getElementById('row-menu')
const items = [...menu.querySelectorAll('[role="menuitem"]')]
let opened = null

/** @param list what can be told to the list: {row, redraw, renamed, reload, removed} */
export function openMenu(button, conversation, list) {
  opened = { button, conversation, list }
  items.find((item) => item.dataset.do === 'pin').hidden = conversation.pinned
  items.find((item) => item.dataset.do === 'unpin').hidden = !conversation.pinned
  for (const link of menu.querySelectorAll('a')) link.href = `/bff/conversations/${conversation.id}/export?format=${link.dataset.format}`
  menu.showPopover()
  place(button)
  button.setAttribute('aria-expanded', 'true')
  visible()[0].focus()
}

const visible = () => items.filter((item) => !item.hidden)

/** Under the button, or above it where there is no room. */
function place(button) {
  const { right, top, bottom } = button.getBoundingClientRect()
  const below = innerHeight - bottom > menu.offsetHeight + 12
  menu.style.setProperty('--menu-left', `${Math.max(8, Math.min(right - 28, innerWidth - menu.offsetWidth - 8))}px`)
  menu.style.setProperty('--menu-top', `${below ? bottom + 4 : Math.max(8, top - menu.offsetHeight - 4)}px`)
}

function step(event) {
  const some = visible()
  const at = some.indexOf(document.activeElement)
  const next = { ArrowDown: at + 1, ArrowUp: at - 1 + some.length, Home: 0, End: some.length - 1 }[event.key]
  if (event.key === 'Tab') menu.hidePopover()
  if (next === undefined) return
  event.preventDefault()
  some[next % some.length].focus()
}

function rename({ conversation, list }) {
  const row = list.row(conversation.id)
  const link = row.querySelector('.link')
  const input = Object.assign(document.createElement('input'), { className: 'rename', value: conversation.title, maxLength: 200 })
  input.setAttribute('aria-label', text('list.rename', conversation.title || text('untitled')))
  link.hidden = true
  row.prepend(input)
  input.focus()
  input.select()
  let over = false

  async function end(save, focus) {
    if (over) return
    over = true
    const before = conversation.title
    const title = input.value.trim()
    input.remove()
    link.hidden = false
    if (focus) link.focus()
    if (!save || !title || title === before) return list.redraw()
    conversation.title = title
    list.renamed(conversation)
    try {
      await call('PATCH', `/conversations/${conversation.id}`, { title })
    } catch (refusal) {
      conversation.title = before
      list.renamed(conversation)
      complain(refusal)
    }
  }

  input.addEventListener('blur', () => end(true, false))
  input.addEventListener('keydown', (event) => {
    if (event.isComposing || !['Enter', 'Escape'].includes(event.key)) return
    event.preventDefault()
    event.stopPropagation()
    end(event.key === 'Enter', true)
  })
}

async function pin({ conversation, list }, pinned) {
  await call('PATCH', `/conversations/${conversation.id}`, { pinned })
  list.reload()
}

async function remove({ conversation, list }) {
  await call('DELETE', `/conversations/${conversation.id}`)
  if (list.removed(conversation)) offerLater(conversation)
  else offer(conversation, list.reload)
}

const does = { rename, pin: (it) => pin(it, true), unpin: (it) => pin(it, false), delete: remove }

menu.addEventListener('keydown', step)
menu.addEventListener('toggle', ({ newState }) => newState === 'closed' && opened.button.setAttribute('aria-expanded', 'false'))
menu.addEventListener('click', async ({ target }) => {
  const item = target.closest('[role="menuitem"]')
  if (!item) return
  menu.hidePopover()
  if (item.href) return
  try {
    await does[item.dataset.do](opened)
  } catch (refusal) {
    complain(refusal)
  }
})
