// Where there is no room for the list of chats beside the open one, it is a drawer.
const panel = document.getElementById('conversations')
const opener = document.getElementById('conversations-open')
const closer = document.getElementById('conversations-close')

function open(isOpen) {
  panel.classList.toggle('open', isOpen)
  opener.setAttribute('aria-expanded', isOpen)
  ;(isOpen ? closer : opener).focus()
}

opener.addEventListener('click', () => open(true))
closer.addEventListener('click', () => open(false))
panel.addEventListener('keydown', ({ key }) => key === 'Escape' && panel.classList.contains('open') && open(false))
