// Short news at the lower edge, read out by screen readers; never an alert box.
const place = document.getElementById('toasts')

export function toast(sentence, link) {
  const note = document.createElement('p')
  note.className = 'toast'
  note.append(sentence)
  if (link) note.append(Object.assign(document.createElement('a'), { href: link.href, textContent: link.text }))
  place.replaceChildren(note)
  setTimeout(() => note.remove(), 6000)
}
