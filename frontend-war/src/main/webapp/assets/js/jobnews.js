// Keeps the list of jobs fresh: states, ages and costs change in place every few seconds; rows that come or go are only told of, so that
// nothing moves under a hand.
import { money, number } from './format.js'
import { text } from './texts.js'

const PAUSE = 4000
const OVER = ['completed', 'failed', 'cancelled', 'timed_out']
const TONES = { completed: 'good', submitting: 'busy', processing: 'busy', storing: 'busy', failed: 'bad', timed_out: 'bad' }

const fresh = document.getElementById('fresh')
const say = fresh?.querySelector('span')
const again = fresh?.querySelector('a')
const rows = new Map([...document.querySelectorAll('tr[data-job]')].map((row) => [row.dataset.job, row]))

function age(row) {
  const { began, ended } = row.dataset
  const seconds = Math.max(0, Math.floor(((ended ? Date.parse(ended) : Date.now()) - Date.parse(began)) / 1000))
  if (seconds < 60) return text('jobnews.seconds', seconds)
  if (seconds < 3600) return text('jobnews.minutes', Math.floor(seconds / 60))
  return seconds < 172800 ? text('jobnews.hours', Math.floor(seconds / 3600)) : text('jobnews.days', number(Math.floor(seconds / 86400)))
}

function cost({ cost, estimated_cost: estimate }) {
  if (cost != null) return money(cost)
  return estimate == null ? '–' : text('jobnews.about', money(estimate))
}

function show(job) {
  const row = rows.get(job.id)
  if (job.finished_at) row.dataset.ended = job.finished_at
  row.querySelector('[data-cost]').textContent = cost(job)
  row.querySelector('[data-age]').textContent = age(row)
  if (row.dataset.status === job.status) return
  row.dataset.status = job.status
  const state = row.querySelector('.state')
  state.className = `state ${TONES[job.status] ?? ''}`
  state.textContent = text(`jobnews.${job.status}`)
  const cancel = row.querySelector('button[name="cancel"]')
  if (cancel && OVER.includes(job.status)) cancel.disabled = true
}

function tell(sentence) {
  fresh.hidden = !sentence
  again.hidden = !sentence
  // Said once: who listens hears a text again whenever it is set.
  if (say.textContent !== sentence) say.textContent = sentence
}

async function look() {
  if (document.visibilityState !== 'visible') return
  const answer = await fetch(`/admin/jobs/news?${fresh.dataset.news}`, { redirect: 'error' })
  if (!answer.ok) throw new Error(answer.status)
  const { items } = await answer.json()
  for (const job of items) if (rows.has(job.id)) show(job)
  const ids = new Set(items.map(({ id }) => id))
  const moved = items.some(({ id }) => !rows.has(id)) || [...rows.keys()].some((id) => !ids.has(id))
  tell(moved ? text('jobnews.changed') : '')
}

if (fresh) setInterval(() => look().catch(() => tell(text('jobnews.missed'))), PAUSE)
