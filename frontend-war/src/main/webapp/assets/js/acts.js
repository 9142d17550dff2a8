// What can be done with a message: copy it, copy one of its code blocks, have it answered again.
import { text } from './texts.js'
import { toast } from './toast.js'
import { working } from './working.js'

const earlier = document.getElementById('earlier')

/** @param wishes {again(view), earlier()} */
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
  again: (button, view, wishes) => working(button, () => wishes.again(view)),
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
