// The pictures of a message: they keep their place while they load and open in the viewer.
import { call } from './api.js'
import { complain } from './complain.js'
import { described, thumbnail } from './pictures.js'
import { text } from './texts.js'

export function showPictures(place, media = []) {
  place.hidden = media.length === 0
  const known = new Map([...place.children].map((element) => [element.dataset.id, element]))
  place.replaceChildren(...media.map((item) => known.get(item.id) ?? picture(item)))
}

function picture(item) {
  const button = Object.assign(document.createElement('button'), { type: 'button' })
  button.dataset.id = item.id
  button.setAttribute('aria-label', text('message.picture', described(item)))
  button.style.setProperty('--ratio', item.width / item.height)
  button.append(Object.assign(new Image(), { src: thumbnail(item, 'large'), alt: '', decoding: 'async' }))
  return button
}

async function open(place, id) {
  const ids = [...place.children].map(({ dataset }) => dataset.id)
  const read = ids.map((one) => call('GET', `/gallery/${one}`))
  const [{ openViewer }, { places }, ...found] = await Promise.all([import('./viewer.js'), import('./ways.js'), ...read])
  let items = found
  openViewer(() => items, id, {
    again: (item) => location.assign(places.again(item)),
    refer: (item) => location.assign(places.refer(item)),
    changed: (item) => (items = items.map((one) => (one.id === item.id ? item : one))),
    removed: (item) => (items = items.filter((one) => one.id !== item.id)),
    restored: () => {},
  })
}

document.getElementById('messages').addEventListener('click', ({ target }) => {
  const button = target.closest('.said-pictures button')
  if (button) open(button.parentElement, button.dataset.id).catch(complain)
})
