// What can be done with a message: copy it, copy or wrap one of its code blocks, have it answered again, say it in other words, walk between such wordings and answers.
import { text } from './texts.js'
import { toast } from './toast.js'
import { working } from './working.js'

const earlier = document.getElementById('earlier')

/** @param wishes {again(view), other(view), goOn(), reword(view, words), show(view, id), earlier()} */
export function act(wishes) {
  earlier.addEventListener('click', () => working(earlier, wishes.earlier))
  document.getElementById('messages').addEventListener('click', ({ target }) => {
    const button = target.closest('[data-act]')
    if (button) acts[button.dataset.act](button, target.closest('.message').view, wishes)
  })
}

const acts = {
  copy: (button, view) => copy(view.data.content, button),
  'copy-code': (button) => copy(button.closest('.code').querySelector('code').textContent, button),
  wrap: (button) => button.setAttribute('aria-pressed', button.closest('.code').classList.toggle('wrapped')),
  again: (button, view, wishes) => working(button, () => wishes.again(view)),
  other: (button, view, wishes) => wishes.other(view, button),
  continue: (button, view, wishes) => working(button, wishes.goOn),
  edit: (button, view, wishes) => edit(view, wishes),
  previous: (button, view, wishes) => walk(button, view, wishes, -1),
  next: (button, view, wishes) => walk(button, view, wishes, 1),
}

/** Turns an own message into a place to write. */
export const edit = (view, wishes) => import('./edit.js').then((editor) => editor.edit(view, (words) => wishes.reword(view, words)))

async function walk(button, view, wishes, step) {
  const id = view.siblings[view.siblings.indexOf(view.id) + step]
  if (!id) return
  await working(button, () => wishes.show(view, id))
  const arrived = document.querySelector(`[data-message-id="${id}"] [data-act="${button.dataset.act}"]`)
  arrived?.focus({ preventScroll: true })
}

async function copy(words, button) {
  try {
    await navigator.clipboard.writeText(words)
    shine(button)
  } catch {
    toast(text('copy-failed'))
  }
}

function shine(button) {
  const picture = button.querySelector('use')
  const before = picture.getAttribute('href').replace(/#.*/, '#copy')
  picture.setAttribute('href', before.replace(/#.*/, '#check'))
  toast(text('copied'))
  setTimeout(() => picture.setAttribute('href', before), 1500)
}
