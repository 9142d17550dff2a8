// The story of one job in words: its facts line by line, and each of its steps.
import { settingsOf } from './facts.js'
import { duration, instant, moment, money } from './format.js'
import { costIsOpen, isOver } from './jobwords.js'
import { makerName } from './makers.js'
import { said, text } from './texts.js'

/** With how long it has taken so far, or took. */
export function stateOf(job) {
  const { status, created_at: since, finished_at: until } = job
  const took = duration((until ? new Date(until) : Date.now()) - new Date(since))
  if (!isOver(job)) return `${text(`job.${status}`)} · ${took}`
  return status === 'completed' ? `${text(`job.${status}`)} · ${text('videos.took', took)}` : text(`job.${status}`)
}

/** The first of them is its state. */
export function factsOf(job) {
  const { parameters: wish, media, cost, estimated_cost: estimate, created_at: at } = job
  return {
    state: stateOf(job),
    model: makerName(wish.model),
    ...settingsOf(wish),
    pixels: media?.[0] ? `${media[0].width} × ${media[0].height}` : wish.size?.replace('x', ' × '),
    cost: cost != null ? money(cost) : costIsOpen(job) ? text('job.open') : null,
    estimate: estimate == null ? null : money(estimate),
    wished: moment(at),
  }
}

export function stepOf({ status, at, reason }) {
  const item = document.getElementById('step').content.firstElementChild.cloneNode(true)
  const time = item.querySelector('time')
  time.dateTime = at
  time.textContent = instant(at)
  item.querySelector('strong').textContent = text(`job.${status}`)
  item.querySelector('.why').textContent = reason ? said(reason) : ''
  return item
}
