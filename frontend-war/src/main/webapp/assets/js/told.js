// What is told once in a browser, in the tab that somebody looks at.
const REMEMBERED = 50

/** @param kind of the news @return whether nobody has told it yet; from now on somebody has */
export function untold(kind, id) {
  const key = `${kind}-told:${document.body.dataset.visitor}`
  try {
    const told = JSON.parse(localStorage.getItem(key)) ?? []
    if (told.includes(id)) return false
    localStorage.setItem(key, JSON.stringify([...told, id].slice(-REMEMBERED)))
  } catch {
    // A browser that keeps nothing tells it in every tab.
  }
  return true
}

export const looked = () =>
  new Promise((done) => {
    if (document.visibilityState === 'visible') done()
    else document.addEventListener('visibilitychange', () => done(), { once: true })
  })
