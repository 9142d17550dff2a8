// The list of keys, with the one habit that can be swapped.
import { breaks, setBreaks } from './enter.js'

const dialog = document.getElementById('keys')
const box = document.getElementById('enter-breaks')

export function openKeys() {
  box.checked = breaks()
  show()
  dialog.showModal()
}

function show() {
  for (const keys of dialog.querySelectorAll('[data-enter]')) keys.hidden = keys.dataset.enter !== (box.checked ? 'breaks' : 'sends')
}

box.addEventListener('change', () => {
  setBreaks(box.checked)
  show()
})
