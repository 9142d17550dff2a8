// Looks every few seconds whether the job has gone on, and then lets the page come anew: its history and what can be done have changed too.
// As long as it is under way there is no field here that somebody could be filling in.
const PAUSE = 4000
const OVER = ['completed', 'failed', 'cancelled', 'timed_out']
const state = document.getElementById('state')

async function look() {
  if (document.visibilityState !== 'visible') return
  const answer = await fetch(`/admin/jobs/news?${state.dataset.news}`, { redirect: 'error' })
  if (!answer.ok) return
  const [job] = (await answer.json()).items
  // Without what the last act on this page has done, which was told already.
  if (job && job.status !== state.dataset.status) location.replace(`/admin/job?${state.dataset.news}`)
}

// What cannot be asked now is asked again.
if (state && !OVER.includes(state.dataset.status)) setInterval(() => look().catch(() => {}), PAUSE)
