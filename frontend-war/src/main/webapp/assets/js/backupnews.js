// Shows how far the backup is that is being made; when it has ended, the page shows it in its list.
import { bytes } from './format.js'
import { text } from './texts.js'

const PAUSE = 2000

const card = document.getElementById('backup-running')
const bar = card?.querySelector('progress')
const say = card?.querySelector('[data-progress]')

async function look() {
  if (document.visibilityState !== 'visible') return
  const answer = await fetch('/admin/backups/news', { redirect: 'error' })
  if (!answer.ok) throw new Error(answer.status)
  const { running, done, to_do: toDo } = await answer.json()
  if (!running) return location.replace('/admin/backups?did=end')
  bar.max = Math.max(1, toDo)
  bar.value = done
  say.textContent = text('backups.progress', bytes(done), bytes(toDo))
}

if (card) setInterval(() => look().catch(() => (say.textContent = text('backups.missed'))), PAUSE)
