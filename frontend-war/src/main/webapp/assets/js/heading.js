// The open chat's title, on the page and in the tab.
const title = document.getElementById('title')

export function name(words) {
  title.textContent = words
  document.title = `${words} · Atelier`
}
