// Which key sends: Enter, unless the person wants it to break the line, as the keyboard on a screen does, which has no Shift+Enter.
const KEY = 'enter-breaks'
const onScreen = matchMedia('(pointer: coarse)').matches && !matchMedia('(any-pointer: fine)').matches

export function breaks() {
  try {
    return localStorage.getItem(KEY) === 'yes'
  } catch {
    return false
  }
}

export function setBreaks(wanted) {
  if (wanted) localStorage.setItem(KEY, 'yes')
  else localStorage.removeItem(KEY)
}

/** @return whether this key press sends; never while an input method composes */
export function sends(event) {
  if (event.key !== 'Enter' || event.isComposing || event.keyCode === 229) return false
  if (event.ctrlKey || event.metaKey) return true
  return !event.shiftKey && !onScreen && !breaks()
}

/** What the Enter key of a screen's keyboard shows. */
export function hint(place) {
  if (onScreen) place.enterKeyHint = 'enter'
}
