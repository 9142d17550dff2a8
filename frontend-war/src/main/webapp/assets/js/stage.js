// What stands in the middle of the viewer: a picture, or a film that plays.
import { content, described, thumbnail } from './pictures.js'

const stage = document.getElementById('viewer-stage')
const picture = document.getElementById('viewer-picture')
const film = document.getElementById('viewer-film')

let current = null

export const isFilm = ({ kind }) => kind === 'video'

export function stand(item) {
  current = item
  const plays = isFilm(item)
  // The focus stays in the viewer when what has it goes, and the keys with it; Space is to play, not to close.
  const { activeElement: at } = document
  const held = at === film || (plays && at?.dataset.act === 'close')
  clear()
  picture.hidden = plays
  film.hidden = !plays
  if (plays) showFilm(item)
  else showPicture(item)
  if (held) (plays ? film : stage).focus()
}

function showFilm(item) {
  Object.assign(film, { poster: thumbnail(item, 'large'), src: content(item) })
  shape(item.width, item.height)
  film.setAttribute('aria-label', described(item))
}

const shape = (width, height) => film.style.setProperty('--ratio', width / height)

function showPicture(item) {
  Object.assign(picture, { alt: described(item), src: thumbnail(item, 'large'), width: item.width, height: item.height })
  sharpen(item)
}

/** The thumbnail is there at once; the picture itself takes its place when it can be drawn. */
async function sharpen(item) {
  const whole = new Image()
  whole.src = content(item)
  await whole.decode().catch(() => {})
  if (current === item && whole.naturalWidth) picture.src = whole.src
}

/** Nothing plays or is read on behind a viewer that is closed or shows something else. */
export function clear() {
  if (!film.hasAttribute('src')) return
  film.removeAttribute('src')
  film.load()
}

/** Keys are of use at once. */
export const focusFilm = () => current && isFilm(current) && film.focus()

/** @return whether there is a film to play */
export function playOrPause() {
  if (!current || !isFilm(current)) return false
  if (film.paused) film.play().catch(() => {})
  else film.pause()
  return true
}

// It knows best itself.
film.addEventListener('loadedmetadata', () => film.videoWidth && shape(film.videoWidth, film.videoHeight))
