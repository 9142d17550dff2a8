// The view stays at the end while an answer grows, until the reader scrolls up; then a button leads back.
const scroll = document.getElementById('scroll')
const latest = document.getElementById('latest')
const NEAR = 48

let sticking = true
let before = 0

const distance = () => scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight

export function follow() {
  if (sticking) scroll.scrollTop = scroll.scrollHeight
  before = scroll.scrollTop
  latest.hidden = distance() < 2 * NEAR
}

export function toEnd() {
  sticking = true
  follow()
}

/** Keeps one message where it was while what is around it changes. @param find gives its element then, if it is another one */
export async function keepInPlace(element, change, find) {
  sticking = false
  const before = element.getBoundingClientRect().top
  await change()
  scroll.scrollTop += (find?.() ?? element).getBoundingClientRect().top - before
}

/** Who goes up leaves, however little, and who comes down to the end stays. What grows is no way, nor what shrinks under whom it holds. */
scroll.addEventListener('scroll', () => {
  const { scrollTop } = scroll
  if (scrollTop < before && distance() > 1) sticking = false
  else if (scrollTop > before && distance() < NEAR) sticking = true
  before = scrollTop
  latest.hidden = distance() < 2 * NEAR
})
scroll.addEventListener('wheel', ({ deltaX, deltaY, ctrlKey }) => {
  if (ctrlKey || Math.abs(deltaX) > Math.abs(deltaY)) return
  if (deltaY < 0 && scroll.scrollTop > 0) sticking = false
  else if (deltaY > 0 && distance() < NEAR) sticking = true
}, { passive: true })
latest.addEventListener('click', toEnd)
new ResizeObserver(follow).observe(scroll)
new ResizeObserver(follow).observe(scroll.firstElementChild)
