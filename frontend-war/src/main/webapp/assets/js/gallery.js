// The gallery: what there is as far as it was scrolled, filtered, and the same place again when one comes back.
import { call } from './api.js'
import { complain } from './complain.js'
import { fillChoices, inBin, narrowed, query, showFilters, whenFiltered } from './filters.js'
import { view, viewFrom, viewLinked } from './galleryview.js'
import { listen } from './live.js'
import { anyPicked, clearPicked, pick, pickAll, pickFrom, remove } from './picking.js'
import { keepPlace } from './resting.js'
import { addShots, clearShots, removeShots, shotOf, updateShot, whenWalked } from './shots.js'
import { text } from './texts.js'
import { toast } from './toast.js'
import { working } from './working.js'

const PAGE = 60
const MOST = 100
const content = document.getElementById('content')
const grid = document.getElementById('grid')
const waiting = document.getElementById('grid-waiting')
const title = document.getElementById('gallery-title')
const more = document.getElementById('grid-more')

let items = []
let cursor = null
let reading = 0

async function read(limit, from) {
  const asked = query()
  asked.set('limit', limit)
  if (from) asked.set('cursor', from)
  return call('GET', `/gallery?${asked}`)
}

/** From the beginning, at least as far as it was shown when one left. */
async function load({ count = 0, top = 0 } = {}) {
  const mine = ++reading
  grid.setAttribute('aria-busy', 'true')
  let page = await read(Math.min(MOST, Math.max(PAGE, count)))
  const found = page.items
  while (page.next_cursor && found.length < count && mine === reading) {
    page = await read(MOST, page.next_cursor)
    found.push(...page.items)
  }
  // Somebody filtered on meanwhile.
  if (mine !== reading) return
  items = found
  cursor = page.next_cursor
  clearShots()
  addShots(items)
  settle()
  content.scrollTop = top
}

async function loadMore() {
  const from = cursor
  const mine = reading
  if (!from) return
  const page = await read(PAGE, from)
  if (mine !== reading || cursor !== from) return
  const fresh = page.items.filter(({ id }) => !shotOf(id))
  items.push(...fresh)
  cursor = page.next_cursor
  addShots(fresh)
  settle()
}

function settle() {
  const nothing = items.length === 0
  waiting.hidden = true
  grid.setAttribute('aria-busy', 'false')
  more.hidden = !cursor
  document.getElementById('grid-empty').hidden = !nothing || narrowed() || inBin()
  document.getElementById('grid-unfound').hidden = !nothing || !narrowed()
  document.getElementById('bin-empty').hidden = !nothing || narrowed() || !inBin()
  document.getElementById('bin-note').hidden = !inBin() || nothing
  nearEnd.unobserve(more)
  nearEnd.observe(more)
}

const reload = () => load({ count: items.length, top: content.scrollTop })

function removed(ids) {
  items = items.filter(({ id }) => !ids.includes(id))
  removeShots(ids)
  settle()
}

function changed(ids, change) {
  items = items.map((item) => (ids.includes(item.id) ? { ...item, ...change } : item))
  items.filter(({ id }) => ids.includes(id)).forEach(updateShot)
}

const open = (id) => (anyPicked() ? pick(id) : view(id))

/** What was made meanwhile, on any device, when nothing is filtered. */
function hear({ job }) {
  if (job?.status !== 'completed' || narrowed() || inBin()) return
  const fresh = (job.media ?? []).filter(({ id }) => !shotOf(id))
  items.unshift(...fresh)
  addShots(fresh, { first: true })
  settle()
}

function begin() {
  clearPicked()
  showFilters()
  document.getElementById('to-bin').hidden = inBin()
  document.getElementById('from-bin').hidden = !inBin()
  title.classList.toggle('bin', inBin())
  title.textContent = inBin() ? text('gallery.bin') : text('gallery.title')
  return load(history.state ?? {}).catch(complain)
}

const nearEnd = new IntersectionObserver(([{ isIntersecting }]) => isIntersecting && cursor && working(more, loadMore), { rootMargin: '800px', root: content })

const arrived = new URLSearchParams(location.search)
if (arrived.has('problem') || arrived.has('item')) history.replaceState(null, '', '/gallery')
let shown = location.search
addEventListener('popstate', () => {
  if (location.search === shown) return
  shown = location.search
  begin()
})
whenFiltered(() => {
  shown = location.search
  begin()
})
const page = { items: () => items, changed, removed, reload, more: loadMore, goesOn: () => Boolean(cursor) }
pickFrom(page)
viewFrom(page)
whenWalked({ open, pick, all: pickAll, clear: clearPicked, remove: (id) => inBin() || remove([id]).catch(complain) })
keepPlace(content, () => ({ count: items.length, top: content.scrollTop }))
more.addEventListener('click', () => working(more, loadMore))
if (arrived.has('problem')) toast(text('gallery.no-zip'))
begin().then(() => arrived.has('item') && viewLinked(arrived.get('item')))
fillChoices().catch(() => {})
listen((heard) => (heard.kind === 'reset' ? reload().catch(complain) : heard.kind === 'job' && hear(heard)))
