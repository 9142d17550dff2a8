// One picture or film over the whole window: arrow keys and swipes walk, Space plays, Escape and the browser's Back return to where one was.
import { fillDetails, whenKept } from './details.js'
import { deeds } from './deeds.js'
import { filmsBeginWithPictures, places } from './ways.js'
import { content, described, fileName, thumbnail } from './pictures.js'
import { clear, focusFilm, isFilm, playOrPause, stand } from './stage.js'
import { text } from './texts.js'

const SWIPE = 60
const dialog = document.getElementById('viewer')
const stage = document.getElementById('viewer-stage')
const opener = dialog.querySelector('[data-act="details"]')
const wide = matchMedia('(min-width: 1000px)')

// Its looks come with it, since most pages are left without it having been opened.
await new Promise((there) => {
  const looks = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: new URL('../css/viewer.css', import.meta.url) })
  looks.onload = looks.onerror = there
  document.head.append(looks)
})

let items = () => []
let current = null
let acts = {}
let began = null

/**
 * @param shown the pictures and films of the page, in their order, whenever asked
 * @param does {again, refer, changed, removed, restored, more?, goesOn?, closed?} what the page does with one
 */
export function openViewer(shown, id, does) {
  items = shown
  acts = does
  showDetails(wide.matches)
  show(items().find((item) => item.id === id))
  if (dialog.open) return
  if (!history.state?.viewing) history.pushState({ ...history.state, viewing: true }, '')
  dialog.showModal()
  focusFilm()
}

function show(item) {
  current = item
  const at = place()
  stand(item)
  document.getElementById('viewer-count').textContent = text('viewer.count', at + 1, `${items().length}${acts.goesOn?.() ? '+' : ''}`)
  document.getElementById('viewer-said').textContent = described(item)
  button('previous').disabled = at <= 0
  button('next').disabled = at >= items().length - 1
  drawState()
  for (const near of [items()[at + 1], items()[at - 1]]) if (near) new Image().src = thumbnail(near, 'large')
  if (at > items().length - 4) acts.more?.().then(() => current && (button('next').disabled = place() >= items().length - 1), () => {})
}

const place = () => items().findIndex(({ id }) => id === current.id)
const button = (act) => dialog.querySelector(`[data-act="${act}"]`)

function drawState() {
  fillDetails(current)
  button('star').setAttribute('aria-pressed', Boolean(current.starred))
  Object.assign(button('download'), { href: content(current), download: fileName(current) })
  const gone = Boolean(current.deleted_at)
  for (const act of ['star', 'delete']) button(act).hidden = gone
  button('refer').hidden = gone || isFilm(current)
  button('again').hidden = gone || !(current.prompt || isFilm(current))
  offerFilm(current)
  button('restore').hidden = !gone
  button('copy').hidden = !current.prompt
}

/** Only where there is a model that sets pictures in motion. */
async function offerFilm(item) {
  button('film').hidden = true
  if (isFilm(item) || item.deleted_at) return
  const possible = await filmsBeginWithPictures().catch(() => false)
  if (current === item) button('film').hidden = !possible
}

function walk(step) {
  const next = items()[place() + step]
  if (next) show(next)
}

function showDetails(shown) {
  dialog.classList.toggle('informed', shown)
  opener.setAttribute('aria-expanded', shown)
}

/** What a deed changed; without a picture the next one is shown, and after the last the viewer closes. */
function changed(item, at) {
  if (item) {
    current = item
    return drawState()
  }
  const left = items()
  if (left.length) show(left[Math.min(at, left.length - 1)])
  else close()
}

const close = () => (history.state?.viewing ? history.back() : dialog.close())

/** Leaves the viewer for what the page does next. */
function leave(then) {
  addEventListener('popstate', () => then(), { once: true })
  close()
}

dialog.addEventListener('click', ({ target }) => {
  const act = target.closest('[data-act]')?.dataset.act
  const own = {
    close,
    previous: () => walk(-1),
    next: () => walk(1),
    details: () => showDetails(!dialog.classList.contains('informed')),
    again: () => leave(acts.again.bind(null, current)),
    refer: () => leave(acts.refer.bind(null, current)),
    film: () => leave(() => location.assign(places.film(current))),
  }[act]
  if (own) own()
  else if (act in deeds) deeds[act](current, { button: button(act), at: place(), acts, changed })
})
dialog.addEventListener('keydown', (event) => {
  if (event.target.matches('input') || event.altKey || event.ctrlKey || event.metaKey) return
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
  // A film that has the focus plays by itself.
  const plays = event.key === ' ' && !event.target.closest('button, a, video') && playOrPause()
  if (step) walk(step)
  if (step || plays) event.preventDefault()
})
dialog.addEventListener('cancel', (event) => {
  event.preventDefault()
  close()
})
dialog.addEventListener('close', () => {
  clear()
  acts.closed?.(current)
})
addEventListener('popstate', () => dialog.open && !history.state?.viewing && dialog.close())
// What is drawn along a film's own bar seeks.
stage.addEventListener('pointerdown', ({ clientX, pointerType, target }) => (began = pointerType === 'mouse' || target.matches('video') ? null : clientX))
stage.addEventListener('pointerup', ({ clientX }) => {
  if (began !== null && Math.abs(clientX - began) > SWIPE) walk(clientX < began ? 1 : -1)
  began = null
})
whenKept((item) => {
  acts.changed(item)
  if (current.id === item.id) changed(item)
})
