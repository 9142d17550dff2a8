// The friendly page while the backend is away: asks for the same page again until it is there, slower each time.
const waiting = document.getElementById('waiting')
waiting.hidden = false

async function lookAgain(pause) {
  await new Promise((after) => setTimeout(after, pause))
  const answer = await fetch(location.href, { headers: { Accept: 'text/html' } }).catch(() => null)
  if (answer && answer.status !== 503) location.reload()
  else lookAgain(Math.min(pause * 1.5, 15000))
}

lookAgain(2000)
