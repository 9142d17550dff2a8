// How the list of chats looks: rows under the day of their last use, the pinned ones before; of a search all in one piece,
// each with the place where the words were found.
import { text } from './texts.js'

const rowTemplate = document.getElementById('conversation').content.firstElementChild
const groupTemplate = document.getElementById('conversation-group').content.firstElementChild
const DAY = 86400000
const BEFORE_THE_MATCH = 40

/** @param how {current, running, words} */
export function groups(conversations, how) {
  if (how.words) return conversations.length ? [group(text('list.found'), conversations, how)] : []
  const named = new Map()
  for (const conversation of conversations) {
    const name = conversation.pinned ? 'list.pinned' : age(conversation.updated_at)
    if (!named.has(name)) named.set(name, [])
    named.get(name).push(conversation)
  }
  return [...named].map(([name, some]) => group(text(name), some, how))
}

function age(time) {
  const midnight = new Date().setHours(0, 0, 0, 0)
  const then = new Date(time).getTime()
  if (then >= midnight) return 'list.today'
  if (then >= midnight - DAY) return 'list.yesterday'
  if (then >= midnight - 7 * DAY) return 'list.week'
  return then >= midnight - 30 * DAY ? 'list.month' : 'list.older'
}

function group(name, conversations, how) {
  const element = groupTemplate.cloneNode(true)
  element.querySelector('h3').textContent = name
  element.querySelector('ul').append(...conversations.map((conversation) => row(conversation, how)))
  return element
}

function row({ id, title, pinned, excerpt }, { current, running, words }) {
  const element = rowTemplate.cloneNode(true)
  const name = title || text('untitled')
  element.dataset.id = id
  const link = element.querySelector('.link')
  link.href = `/chat?c=${id}`
  link.classList.toggle('running', running.has(id))
  if (id === current) link.setAttribute('aria-current', 'page')
  link.querySelector('.name').replaceChildren(...marked(name, words))
  const place = link.querySelector('.excerpt')
  place.hidden = !excerpt
  if (excerpt) place.replaceChildren(...marked(readable(excerpt, words), words))
  element.querySelector('.options').setAttribute('aria-label', text('list.options', name))
  element.classList.toggle('pinned', pinned)
  return element
}

/** Without the signs of Markdown; where the server cut into a word before the match, that word is left out. */
function readable(excerpt, words) {
  const cut = excerpt.toLowerCase().indexOf(words.toLowerCase().split(/\s+/)[0]) === BEFORE_THE_MATCH
  return (cut ? excerpt.replace(/^\S*\s/, '… ') : excerpt).replace(/[\s>#*`|]+/g, ' ')
}

/** Every word that was looked for stands out, or part of a word. */
function marked(sentence, words) {
  if (!words) return [sentence]
  const wanted = words.split(/\s+/).map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  // Split by a group, so that every second piece is one of them.
  return sentence.split(new RegExp(`(${wanted.join('|')})`, 'iu')).map((piece, at) =>
    at % 2 ? Object.assign(document.createElement('mark'), { textContent: piece }) : piece)
}
