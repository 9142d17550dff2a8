// An own message in other words: written in its place, sent as a branch of its own; the old one stays beside it.
import { hint, sends } from './enter.js'
import { working } from './working.js'

const template = document.getElementById('rewording').content.firstElementChild

/** @param send(words) fails with what the server refused; then the words stay */
export function edit(view, send) {
  if (view.element.querySelector('.rewording')) return
  const form = template.cloneNode(true)
  const place = form.querySelector('textarea')
  place.value = view.data.content
  view.element.classList.add('editing')
  view.element.append(form)
  hint(place)
  fit()
  place.focus()
  place.setSelectionRange(place.value.length, place.value.length)

  function fit() {
    if (CSS.supports('field-sizing', 'content')) return
    place.style.height = 'auto'
    place.style.height = `${place.scrollHeight}px`
  }

  function close() {
    form.remove()
    view.element.classList.remove('editing')
    view.element.querySelector('[data-act="edit"]').focus()
  }

  function submit(event) {
    event.preventDefault()
    const words = place.value.trim()
    if (!words) return
    if (words === view.data.content) return close()
    working(form.querySelector('[type="submit"]'), () => send(words))
  }

  place.addEventListener('input', fit)
  form.addEventListener('submit', submit)
  form.querySelector('[data-cancel]').addEventListener('click', close)
  form.addEventListener('keydown', (event) => {
    if (event.isComposing) return
    if (event.key === 'Escape') {
      event.stopPropagation()
      close()
    } else if (event.target === place && sends(event)) submit(event)
  })
}
