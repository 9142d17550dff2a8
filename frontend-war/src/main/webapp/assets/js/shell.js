// What every page behind the sign-in does: the appearance switch. The choice is a cookie, so that the next page is
// drawn in it from the first pixel on.
const chosen = document.documentElement.dataset.appearance || 'system'
const switches = document.getElementById('appearance')

for (const option of switches.querySelectorAll('input')) option.checked = option.value === chosen

switches.addEventListener('change', ({ target }) => {
  const year = target.value === 'system' ? 0 : 31536000
  document.cookie = `appearance=${target.value};path=/;max-age=${year};samesite=lax`
  document.documentElement.dataset.appearance = target.value
})

// A page out of the browser's back-forward memory has lost its connection to the worker.
addEventListener('pageshow', ({ persisted }) => {
  if (persisted) location.reload()
})
