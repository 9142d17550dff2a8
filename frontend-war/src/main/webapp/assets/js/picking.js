// Several pictures at once: which are picked, and what can be done with all of them.
import { call } from './api.js'
import { inBin } from './filters.js'
import { markPicked } from './shots.js'
import { text } from './texts.js'
import { toast } from './toast.js'
import { working } from './working.js'

const bar = document.getElementById('picked')
const count = document.getElementById('picked-count')
const download = document.getElementById('download')
const dialog = document.getElementById('album-dialog')
const album = document.getElementById('album-name')
const MOST = 1000

const picked = new Set()
let last = null
let page = null

/** @param gallery {items(), changed(items), removed(ids), reload()} */
export function pickFrom(gallery) {
  page = gallery
}

export const anyPicked = () => picked.size > 0

/** @param range from the one that was picked last (or `from`) to this one */
export function pick(id, { range, from } = {}) {
  const ids = page.items().map((item) => item.id)
  const start = ids.indexOf(from ?? last)
  if (range && start >= 0) for (const one of between(ids, start, ids.indexOf(id))) picked.add(one)
  else if (!picked.delete(id)) picked.add(id)
  last = id
  show()
}

const between = (ids, one, other) => ids.slice(Math.min(one, other), Math.max(one, other) + 1)

export function pickAll() {
  for (const { id } of page.items()) picked.add(id)
  show()
}

export function clearPicked() {
  picked.clear()
  show()
}

function show() {
  bar.hidden = picked.size === 0
  count.textContent = text('gallery.picked', picked.size)
  document.getElementById('grid').classList.toggle('picking', picked.size > 0)
  for (const button of bar.querySelectorAll('[data-act]')) button.hidden = button.dataset.act !== 'clear' && inBin() !== (button.dataset.act === 'restore')
  download.hidden = inBin()
  markPicked((id) => picked.has(id))
}

/** In portions that one request takes. */
async function batch(ids, change) {
  for (let at = 0; at < ids.length; at += MOST) await call('POST', '/gallery/batch', { ids: ids.slice(at, at + MOST), ...change })
}

export async function remove(ids) {
  await batch(ids, { deleted: true })
  page.removed(ids)
  clearPicked()
  const undo = () => working(bar, async () => {
    await batch(ids, { deleted: false })
    await page.reload()
  })
  toast(text('gallery.deleted', ids.length), { text: text('undo'), act: undo })
}

const acts = {
  clear: clearPicked,
  star: async (ids) => {
    const all = page.items().filter(({ id }) => picked.has(id)).every(({ starred }) => starred)
    await batch(ids, { starred: !all })
    page.changed(ids, { starred: !all })
    toast(all ? text('gallery.unstarred', ids.length) : text('gallery.starring', ids.length))
  },
  delete: remove,
  restore: async (ids) => {
    await batch(ids, { deleted: false })
    page.removed(ids)
    clearPicked()
    toast(text('gallery.restored', ids.length))
  },
  album: async () => {
    const { items } = await call('GET', '/gallery/albums')
    document.getElementById('albums').replaceChildren(...items.map(({ name }) => new Option(name)))
    dialog.append(document.getElementById('albums'))
    album.value = ''
    dialog.showModal()
  },
}

async function putInAlbum() {
  const name = album.value.trim() || null
  await batch([...picked], { album: name })
  page.changed([...picked], { album: name })
  dialog.close()
  toast(name ? text('gallery.album.done', picked.size, name) : text('gallery.album.out', picked.size))
  clearPicked()
}

bar.addEventListener('click', ({ target }) => {
  const button = target.closest('[data-act]')
  if (button) working(button, async () => acts[button.dataset.act]([...picked]))
})
bar.addEventListener('keydown', ({ key }) => key === 'Escape' && clearPicked())
download.addEventListener('submit', () => {
  for (const field of download.querySelectorAll('input')) field.remove()
  download.append(...[...picked].map((value) => Object.assign(document.createElement('input'), { type: 'hidden', name: 'id', value })))
})
dialog.querySelector('form').addEventListener('submit', (event) => {
  event.preventDefault()
  working(dialog.querySelector('[type="submit"]'), putInAlbum)
})
dialog.querySelector('[data-cancel]').addEventListener('click', () => dialog.close())
