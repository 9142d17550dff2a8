// What was typed and not yet sent, kept in this browser for each person and chat.
const key = (chat) => `draft:${document.body.dataset.visitor}:${chat ?? 'new'}`

export function readDraft(chat) {
  try {
    return localStorage.getItem(key(chat)) ?? ''
  } catch {
    return ''
  }
}

export function keepDraft(chat, words) {
  try {
    if (words) localStorage.setItem(key(chat), words)
    else localStorage.removeItem(key(chat))
  } catch {
    // A browser that keeps nothing still lets people write.
  }
}
