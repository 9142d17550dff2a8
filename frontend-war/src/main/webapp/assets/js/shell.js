// What every page behind the sign-in does: the appearance switch. The choice is kept in the account, and the next page is
// drawn in it from the first pixel on.
const chosen = document.documentElement.dataset.appearance || 'system'
const switches = document.getElementById('appearance')

for (const option of switches.querySelectorAll('input')) option.checked = option.value === chosen

switches.addEventListener('change', ({ target }) => {
  document.documentElement.dataset.appearance = target.value
  fetch('/appearance', { method: 'POST', body: new URLSearchParams({ appearance: target.value }) }).catch(() => {})
})

// A page out of the browser's back-forward memory has lost its connection to the worker.
addEventListener('pageshow', ({ persisted }) => {
  if (persisted) location.reload()
})
