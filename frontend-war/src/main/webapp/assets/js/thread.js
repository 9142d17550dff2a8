// The messages of the open chat, newest at the end, with older ones loaded when they are asked for.
import { call } from './api.js'
import { Message } from './message.js'

const PAGE = 40
const list = document.getElementById('messages')
const earlier = document.getElementById('earlier')
const empty = document.getElementById('empty')
const loading = document.getElementById('loading')

export class Thread {
  #grown
  #cursor = null
  #known = false

  constructor(grown) {
    this.#grown = grown
  }

  get views() {
    return [...list.children].map((element) => element.view)
  }

  get running() {
    return this.views.find((view) => view.running)
  }

  find(id) {
    return this.views.find((view) => view.id === id)
  }

  wait(waiting) {
    loading.hidden = !waiting || list.children.length > 0
  }

  /** A new chat: known to have no messages. */
  begin() {
    this.#known = true
    this.#settle()
  }

  /** Shows the newest page; messages above it stay when they still connect to it. */
  async load(chat) {
    const { items, next_cursor: cursor } = await this.#page(chat)
    const known = new Map(this.views.map((view) => [view.id, view]))
    const first = known.get(items.at(-1)?.id)
    const above = first ? this.views.slice(0, this.views.indexOf(first)) : []
    const shown = items.reverse().map((data) => this.#view(known.get(data.id), data))
    list.replaceChildren(...above.concat(shown).map((view) => view.element))
    if (!above.length) this.#cursor = cursor
    this.#known = true
    this.#settle()
  }

  async loadEarlier(chat) {
    const { items, next_cursor: cursor } = await this.#page(chat, `&cursor=${encodeURIComponent(this.#cursor)}`)
    this.#cursor = cursor
    list.prepend(...items.reverse().map((data) => this.#view(null, data).element))
    this.#settle()
  }

  append(data) {
    const view = this.#view(null, data)
    list.append(view.element)
    this.#settle()
    return view
  }

  remove(view) {
    view.element.remove()
    this.#settle()
  }

  #page(chat, from = '') {
    return call('GET', `/conversations/${chat}/messages?branch=active&limit=${PAGE}${from}`)
  }

  #view(known, data) {
    if (!known) return new Message(data, this.#grown)
    known.update(data)
    return known
  }

  #settle() {
    earlier.hidden = !this.#cursor
    empty.hidden = !this.#known || list.children.length > 0
    if (!empty.hidden || list.children.length) loading.hidden = true
  }
}
