// Says on every page when a film is ready or could not be made, with a way to it. Only one of several tabs says it, the one that is looked at.
import { troubleOf } from './jobwords.js'
import { inSight } from './sight.js'
import { text } from './texts.js'
import { toast } from './toast.js'
import { looked, untold } from './told.js'

const WORDS = 60

/** What is waited for on the page itself has no need of it, nor what somebody cancelled. */
export async function tell(job) {
  if (job.status === 'cancelled') return
  await looked()
  const card = document.querySelector(`[data-job="${job.id}"]`)
  if (!untold('films', job.id) || (card && inSight(card))) return
  const { prompt } = job.parameters
  const name = prompt.length > WORDS ? `${prompt.slice(0, WORDS)}…` : prompt
  const sentence = job.status === 'completed' ? text('film.ready') : text('film.failed', troubleOf(job))
  toast(name ? `${sentence} ${text('quoted', name)}` : sentence, { href: `/videos?job=${job.id}`, text: text('film.show') })
}
