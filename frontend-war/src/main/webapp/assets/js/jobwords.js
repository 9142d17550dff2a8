// What a job's state means in words.
import { kindOf, problemText } from './problems.js'
import { known, said, text } from './texts.js'

const CALLED_OFF = ['cancelled', 'timed_out']
const WITH_PROVIDER = ['submitting', 'processing', 'storing']
const OVER = ['completed', 'failed', ...CALLED_OFF]

export const isOver = ({ status }) => OVER.includes(status)

/** Whether it may cost something that the provider tells later, or never: it was called off when the provider had it, or was about to. */
export const costIsOpen = ({ cost, status, history, estimated_cost: estimate }) =>
  cost == null && estimate > 0 && CALLED_OFF.includes(status) && WITH_PROVIDER.includes(history?.at(-2)?.status)

/** Why nothing came of it; empty: nothing went wrong, or not yet. */
export function troubleOf({ status, error }) {
  if (!isOver({ status }) || status === 'completed') return ''
  if (known(error?.detail)) return text(error.detail)
  const own = `job.problem.${kindOf(error?.type)}`
  if (known(own)) return text(own)
  return error ? problemText(error) : (text(`job.${status}`) ?? '')
}

/** Why it does not go on at the moment; empty: nothing holds it up. */
export function heldBy(job) {
  if (isOver(job)) return ''
  const again = job.status === 'queued' ? job.history?.at(-1)?.reason : null
  const why = job.notice ?? again
  return why ? said(why) : ''
}
