// What was typed and attached and not yet sent, kept in this browser for each person and chat.
const key = (kind, chat) => `${kind}:${document.body.dataset.visitor}:${chat ?? 'new'}`

export const readDraft = (chat) => read(key('draft', chat)) ?? ''
export const keepDraft = (chat, words) => keep(key('draft', chat), words)

/** @return ids */
export const readPictures = (chat) => (read(key('draft-pictures', chat)) ?? '').split(' ').filter(Boolean)
export const keepPictures = (chat, ids) => keep(key('draft-pictures', chat), ids.join(' '))

function read(name) {
  try {
    return localStorage.getItem(name)
  } catch {
    return null
  }
}

function keep(name, words) {
  try {
    if (words) localStorage.setItem(name, words)
    else localStorage.removeItem(name)
  } catch {
    // A browser that keeps nothing still lets people write.
  }
}
