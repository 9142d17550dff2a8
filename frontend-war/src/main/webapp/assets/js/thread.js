// The messages of the open chat, newest at the end. Older ones are loaded as one scrolls up; of many only some are in the page.
import { call } from './api.js'
import { Message } from './message.js'

const PAGE = 40
/** More than fill the highest screens, so that what is taken out is out of sight. */
const MOST = 4 * PAGE
const list = document.getElementById('messages')
const earlier = document.getElementById('earlier')
const empty = document.getElementById('empty')
const loading = document.getElementById('loading')

export class Thread {
  #grown
  #cursor = null
  #known = false
  /** All that are loaded, oldest first; in the page are those from #from to #to. */
  #views = []
  #from = 0
  #to = 0

  constructor(grown) {
    this.#grown = grown
  }

  get views() {
    return [...this.#views]
  }

  get running() {
    return this.#views.find((view) => view.running)
  }

  find(id) {
    return this.#views.find((view) => view.id === id)
  }

  /** Whether newer ones than those in the page are loaded. */
  get hasLater() {
    return this.#to < this.#views.length
  }

  wait(waiting) {
    loading.hidden = !waiting || list.children.length > 0
  }

  /** A new chat: known to have no messages. */
  begin() {
    this.#known = true
    this.#settle()
  }

  /** Reads the newest page; messages above it stay when they still connect to it. */
  async load(chat) {
    const { items, next_cursor: cursor } = await this.#page(chat)
    const known = new Map(this.#views.map((view) => [view.id, view]))
    const first = known.get(items.at(-1)?.id)
    const above = first ? this.#views.slice(0, this.#views.indexOf(first)) : []
    const atEnd = !this.hasLater
    this.#views = above.concat(items.reverse().map((data) => this.#view(known.get(data.id), data)))
    if (!above.length) this.#cursor = cursor
    this.#known = true
    if (atEnd || !above.length) this.latest()
    else this.#show(this.#from, this.#to)
  }

  /** Shows some that stand above the first one in the page. @param keeping does the change, so that what one reads stays where it is */
  async loadEarlier(chat, keeping) {
    if (!this.#from) {
      const { items, next_cursor: cursor } = await this.#page(chat, `&cursor=${encodeURIComponent(this.#cursor)}`)
      this.#cursor = cursor
      this.#views.unshift(...items.reverse().map((data) => this.#view(null, data)))
      this.#from += items.length
      this.#to += items.length
    }
    const from = Math.max(0, this.#from - PAGE)
    await keeping(() => this.#show(from, Math.min(this.#to, from + MOST)))
  }

  /** Shows some that stand below the last one in the page. */
  later() {
    const to = this.#to + PAGE
    this.#show(Math.max(this.#from, to - MOST), to)
  }

  /** Shows the end. */
  latest() {
    const to = this.#views.length
    const isFar = to - this.#to > PAGE
    this.#show(isFar ? to - MOST : Math.max(Math.min(this.#from, to - PAGE), to - MOST), to)
  }

  append(data) {
    const view = this.#view(null, data)
    this.#views.push(view)
    this.latest()
    return view
  }

  remove(view) {
    this.#views = this.#views.filter((one) => one !== view)
    this.#show(this.#from, this.#to)
  }

  #page(chat, from = '') {
    return call('GET', `/conversations/${chat}/messages?branch=active&limit=${PAGE}${from}`)
  }

  #view(known, data) {
    if (!known) return new Message(data, this.#grown)
    known.update(data)
    return known
  }

  /** What stays in the page is not touched: somebody may be writing in it. */
  #show(from, to) {
    this.#to = Math.min(to, this.#views.length)
    this.#from = Math.max(0, Math.min(from, this.#to))
    const wanted = this.#views.slice(this.#from, this.#to).map((view) => view.element)
    const stays = new Set(wanted)
    for (const element of [...list.children]) if (!stays.has(element)) element.remove()
    wanted.forEach((element, at) => {
      if (list.children[at] !== element) list.insertBefore(element, list.children[at] ?? null)
    })
    this.#settle()
  }

  #settle() {
    earlier.hidden = !this.#from && !this.#cursor
    empty.hidden = !this.#known || list.children.length > 0
    if (!empty.hidden || list.children.length) loading.hidden = true
  }
}
