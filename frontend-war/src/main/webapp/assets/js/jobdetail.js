// One job over the page: what was wished, how it went step by step, what came of it and what it cost.
import { call } from './api.js'
import { complain } from './complain.js'
import { fillFacts, fillSources, settingsOf } from './facts.js'
import { showFilm } from './film.js'
import { wordsOf } from './filmwords.js'
import { instant, moment, money } from './format.js'
import { ratioOf } from './jobcard.js'
import { heldBy, isOver, troubleOf } from './jobwords.js'
import { makerName } from './makers.js'
import { content, fileName } from './pictures.js'
import { said, text } from './texts.js'
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

/** @param how push: with a place of its own in the browser's history; swap: in the place of another; keep: the address says it already */
export async function openDetail(id, acts, how) {
  does = acts
  try {
    const job = await call('GET', `/generate/video/${encodeURIComponent(id)}`)
    if (how === 'push') history.pushState({ detail: true }, '', address(job))
    if (how === 'swap') history.replaceState(history.state, '', address(job))
    show(job)
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
export function hear(job) {
  if (job.id === shown?.id) show(job)
}

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
  part('.history').replaceChildren(...(job.history ?? []).map(step))
}

function say(selector, words) {
  part(selector).hidden = !words
  part(`${selector} span`).textContent = words
}

const factsOf = ({ parameters: wish, status, media, cost, estimated_cost: estimate, created_at: at }) => ({
  state: text(`job.${status}`),
  model: makerName(wish.model),
  ...settingsOf(wish),
  pixels: media?.[0] ? `${media[0].width} × ${media[0].height}` : wish.size?.replace('x', ' × '),
  cost: cost == null ? null : money(cost),
  estimate: estimate == null ? null : money(estimate),
  wished: moment(at),
})

function step({ status, at, reason }) {
  const item = document.getElementById('step').content.firstElementChild.cloneNode(true)
  const time = item.querySelector('time')
  time.dateTime = at
  time.textContent = instant(at)
  item.querySelector('strong').textContent = text(`job.${status}`)
  item.querySelector('.why').textContent = reason ? said(reason) : ''
  return item
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
