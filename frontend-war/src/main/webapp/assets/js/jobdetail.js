// One job over the page, live: what was wished, how it goes step by step, what came of it and what it cost.
import { call } from './api.js'
import { complain } from './complain.js'
import { fillFacts, fillSources } from './facts.js'
import { showFilm } from './film.js'
import { wordsOf } from './filmwords.js'
import { ratioOf } from './jobcard.js'
import { factsOf, stateOf, stepOf } from './jobstory.js'
import { heldBy, isOver, troubleOf } from './jobwords.js'
import { listen } from './live.js'
import { content, fileName } from './pictures.js'
import { poll } from './poll.js'
import { text } from './texts.js'
import { toast } from './toast.js'
import { working } from './working.js'

const WIDE = 16 / 9
const dialog = document.getElementById('job-detail')
const part = (selector) => dialog.querySelector(selector)
const button = (act) => part(`[data-act="${act}"]`)
const address = ({ id }) => `/videos?job=${id}`
const path = () => `/generate/video/${shown.id}`

let shown = null
let does = {}
let live = true
/** What is heard of a job while it is asked for. */
let opening = null

/** @param how push: with a place of its own in the browser's history; swap: in the place of another; keep: the address says it already */
export async function openDetail(id, acts, how) {
  does = acts
  const heard = (opening = { id, job: null })
  try {
    const job = await call('GET', `/generate/video/${encodeURIComponent(id)}`)
    if (how === 'push') history.pushState({ detail: true }, '', address(job))
    if (how === 'swap') history.replaceState(history.state, '', address(job))
    show(job)
    if (heard.job) renew(heard.job)
    if (!dialog.open) dialog.showModal()
    dialog.scrollTop = 0
  } catch (refusal) {
    if (refusal.kind !== 'not-found') return complain(refusal)
    history.replaceState(null, '', '/videos')
    toast(text('videos.gone'))
  }
}

export function closeDetail() {
  dialog.close()
}

/** What happens to it meanwhile. */
function hear({ kind, job }) {
  if (kind === 'job' && job.id === opening?.id) opening.job = job
  if (kind === 'job') renew(job)
  else if (kind !== 'answer' && kind !== 'budget') live = kind !== 'lost'
  if (kind === 'reset' && dialog.open) look().catch(complain)
}

/** News can come in another order than answers; what has ended goes on no more. */
function renew(job) {
  if (job.id === shown?.id && (isOver(job) || !isOver(shown))) show(job)
}

const look = async () => renew(await call('GET', path()))
const waiting = () => dialog.open && !isOver(shown)

function show(job) {
  shown = job
  const { parameters: wish, media = [] } = job
  const [film] = media
  const over = isOver(job)
  document.getElementById('job-detail-title').textContent = wordsOf(wish)
  part('.film').style.setProperty('--ratio', ratioOf(job, WIDE))
  part('.film').hidden = !film
  showFilm(part('video'), film)
  say('.bad', troubleOf(job))
  say('.held', heldBy(job))
  const can = { again: over, retry: over && job.status !== 'completed', cancel: !over && job.status !== 'storing', gallery: film, download: film, earlier: job.retry_of }
  for (const [act, possible] of Object.entries(can)) button(act).hidden = !possible
  if (film) button('gallery').href = `/gallery?item=${film.id}`
  if (film) Object.assign(button('download'), { href: content(film), download: fileName(film) })
  if (job.retry_of) button('earlier').href = address({ id: job.retry_of })
  fillSources(part('.sources'), wish)
  fillFacts(part('.settings'), factsOf(job))
  part('.history').replaceChildren(...(job.history ?? []).map(stepOf))
}

function say(selector, words) {
  part(selector).hidden = !words
  part(`${selector} span`).textContent = words
}

/** The browser's Back closes it as well, and it leaves nothing behind there. */
function close() {
  if (history.state?.detail) return history.back()
  history.replaceState(null, '', '/videos')
  closeDetail()
}

function take(job) {
  does.taken(job)
  show(job)
}

const acts = {
  close,
  again: () => {
    history.replaceState(null, '', '/videos')
    closeDetail()
    does.again(shown).catch(complain)
  },
  cancel: () => working(button('cancel'), async () => take(await call('POST', `${path()}/cancel`))),
  retry: () =>
    working(button('retry'), async () => {
      const job = await call('POST', `${path()}/retry`)
      history.replaceState(history.state, '', address(job))
      take(job)
    }),
}

dialog.addEventListener('click', (event) => {
  const { target } = event
  if (target === dialog) return close()
  const { act } = target.closest('[data-act]')?.dataset ?? {}
  if (act === 'earlier') {
    event.preventDefault()
    openDetail(shown.retry_of, does, 'swap')
  } else acts[act]?.()
})
dialog.addEventListener('cancel', (event) => {
  event.preventDefault()
  close()
})
dialog.addEventListener('close', () => part('video').pause())

listen(hear)
poll(() => !live && waiting(), look)
setInterval(() => waiting() && (part('.settings dd').textContent = stateOf(shown)), 1000)
