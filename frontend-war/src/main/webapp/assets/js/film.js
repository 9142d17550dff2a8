// A film in its place: it is read when it comes near the window, and shows its thumbnail until it plays.
import { content, described, thumbnail } from './pictures.js'

const near = new IntersectionObserver(
  (entries) => {
    for (const { isIntersecting, target } of entries) if (isIntersecting) load(target)
  },
  { rootMargin: '400px' },
)

/** @param film null: there is none. One that is shown already plays on. */
export function showFilm(video, film) {
  video.hidden = !film
  if (video.film?.id === film?.id) return
  video.film = film
  near.unobserve(video)
  if (!film) return empty(video)
  video.setAttribute('aria-label', described(film))
  video.poster = thumbnail(film, 'large')
  near.observe(video)
}

function load(video) {
  near.unobserve(video)
  video.src = content(video.film)
}

function empty(video) {
  video.removeAttribute('src')
  video.removeAttribute('poster')
  // Else the browser goes on with what it was reading.
  video.load()
}
