// What every page behind the sign-in does: news of films and of the budget, and the appearance switch. The choice is kept in the account, and the next
// page is drawn in it from the first pixel on.
import { listen } from './live.js'

const chosen = document.documentElement.dataset.appearance || 'system'
const switches = document.getElementById('appearance')

for (const option of switches.querySelectorAll('input')) option.checked = option.value === chosen

switches.addEventListener('change', ({ target }) => {
  document.documentElement.dataset.appearance = target.value
  fetch('/appearance', { method: 'POST', body: new URLSearchParams({ appearance: target.value }) }).catch(() => {})
})

// Ctrl+K finds, Ctrl+/ lists the keys. What they open comes when it is first wanted.
addEventListener('keydown', (event) => {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || event.isComposing || document.querySelector('dialog[open]')) return
  if (event.key.toLowerCase() === 'k' && !event.shiftKey) import('./palette.js').then((palette) => palette.openPalette())
  else if (event.key === '/') import('./keys.js').then((keys) => keys.openKeys())
  else return
  event.preventDefault()
})

// A page out of the browser's back-forward memory has lost its connection to the worker.
addEventListener('pageshow', ({ persisted }) => {
  if (persisted) location.reload()
})

listen(({ kind, job, budget }) => {
  if (kind === 'budget') import('./budgetnews.js').then((news) => news.tell(budget))
  if (kind === 'job' && job.kind === 'video' && job.finished_at) import('./filmnews.js').then((news) => news.tell(job))
})
