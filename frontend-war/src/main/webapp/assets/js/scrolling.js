// Older messages come while one scrolls up, newer ones while one scrolls down again; what one reads stays where it is.
import { keepInPlace, toEnd } from './stick.js'
import { working } from './working.js'

/** So far out of sight that it is there before one arrives. */
const AHEAD = '800px'
const messages = document.getElementById('messages')
const scroll = document.getElementById('scroll')
const earlier = document.getElementById('earlier')
const end = document.getElementById('messages-end')

/** @param page the open chat: {chat, thread} @return what the button for older ones does */
export function scrolling(page) {
  // One scrolls on while they are read: the place is that of the moment when they are put in.
  const older = () => page.thread.loadEarlier(page.chat, (change) => keepInPlace(messages.firstElementChild, change))
  const newer = () => keepInPlace(messages.lastElementChild, () => page.thread.later())
  const seen = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      if (!isIntersecting || !messages.children.length) continue
      if (target === earlier) working(earlier, () => older().then(() => again(earlier)))
      else if (page.thread.hasLater) newer().then(() => again(end))
    }
  }, { root: scroll, rootMargin: AHEAD })

  /** An observer tells changes: where the next ones would be in sight too, it has to be asked anew. */
  function again(target) {
    seen.unobserve(target)
    seen.observe(target)
  }

  again(earlier)
  again(end)
  document.getElementById('latest').addEventListener('click', () => {
    page.thread.latest()
    toEnd()
  })
  return older
}
