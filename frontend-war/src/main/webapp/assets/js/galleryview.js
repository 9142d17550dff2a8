// The gallery's viewer: what is done with the item that it shows, and the way in by a link to one.
import { call } from './api.js'
import { complain } from './complain.js'
import { focus, shotOf } from './shots.js'
import { text } from './texts.js'
import { toast } from './toast.js'
import { places } from './ways.js'

let page = null
let linked = []

/** @param gallery {items(), changed(ids, change), removed(ids), reload(), more(), goesOn()} */
export function viewFrom(gallery) {
  page = gallery
}

/** An item that is linked to may not have been scrolled to yet; it stands alone then. */
const shown = () => (linked.length && !shotOf(linked[0].id) ? linked : page.items())

export async function view(id) {
  const { openViewer } = await import('./viewer.js')
  openViewer(shown, id, {
    again: (item) => location.assign(places.again(item)),
    refer: (item) => location.assign(places.refer(item)),
    changed: (item) => page.changed([item.id], item),
    removed: ({ id: gone }) => {
      linked = linked.filter((item) => item.id !== gone)
      page.removed([gone])
    },
    restored: () => page.reload().catch(complain),
    more: page.more,
    goesOn: page.goesOn,
    closed: (item) => focus(shotOf(item.id)),
  })
}

export async function viewLinked(id) {
  try {
    linked = [await call('GET', `/gallery/${id}`)]
    await view(id)
  } catch (refusal) {
    if (refusal.kind === 'not-found') toast(text('images.gone'))
    else complain(refusal)
  }
}
