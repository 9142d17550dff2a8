// Short news at the lower edge, read out by screen readers; never an alert box.
const place = document.getElementById('toasts')
const SHORT = 6000
const LONG = 12000

/** @param offer a way on, {text, href} or {text, act()}; such news stay longer, and as long as somebody is at them */
export function toast(sentence, offer) {
  const note = document.createElement('p')
  note.className = 'toast'
  note.append(sentence)
  if (offer) note.append(offer.href ? link(offer) : button(offer, note))
  surface()
  place.replaceChildren(note)
  leave(note, offer ? LONG : SHORT)
}

/** A modal dialog makes everything outside of it inert, so news come inside. */
function surface() {
  const host = [...document.querySelectorAll('dialog[open]')].at(-1) ?? document.body
  if (place.parentElement !== host) host.append(place)
}

document.addEventListener('close', surface, true)

function leave(note, after) {
  setTimeout(() => (note.matches(':hover, :focus-within') ? leave(note, 1000) : note.remove()), after)
}

const link = ({ href, text }) => Object.assign(document.createElement('a'), { href, textContent: text })

function button({ text, act }, note) {
  const element = Object.assign(document.createElement('button'), { type: 'button', textContent: text })
  element.addEventListener('click', () => {
    note.remove()
    act()
  })
  return element
}
