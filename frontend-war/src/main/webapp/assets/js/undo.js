// A deleted chat can be brought back: from the list at once, or on the next page when the open chat was deleted.
import { call } from './api.js'
import { complain } from './complain.js'
import { text } from './texts.js'
import { toast } from './toast.js'

export function offer({ id, title }, restored) {
  const undo = () => call('POST', `/conversations/${id}/restore`).then(restored, complain)
  toast(text('list.deleted', title || text('untitled')), { text: text('undo'), act: undo })
}

/** Leaves the chat that is no more; the page that comes offers to bring it back. */
export function offerLater({ id, title }) {
  sessionStorage.setItem('deleted', JSON.stringify({ id, title }))
  location.assign('/chat')
}

export function offerLate() {
  const deleted = JSON.parse(sessionStorage.getItem('deleted'))
  sessionStorage.removeItem('deleted')
  offer(deleted, () => location.assign(`/chat?c=${deleted.id}`))
}
