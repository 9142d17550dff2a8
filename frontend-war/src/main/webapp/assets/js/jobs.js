// The jobs on the page, newest first: as the server knows them, with its news as they come, the same on every device.
import { call } from './api.js'
import { complain } from './complain.js'
import { text } from './texts.js'
import { working } from './working.js'

const PAGE = 20
const list = document.getElementById('jobs')
const more = document.getElementById('jobs-more')
const empty = document.getElementById('tries')
const waiting = document.getElementById('jobs-waiting')
const spoken = document.getElementById('spoken')

const kind = list.dataset.kind

let cursor = null
let Card = null

const cards = () => [...list.children].map(({ view }) => view)
const cardOf = (id) => list.querySelector(`[data-job="${id}"]`)?.view

export const anyRunning = () => cards().some((card) => card.running)
/** All that was made and is on the page, in the order in which it is shown. */
export const shownMedia = () => cards().flatMap((card) => card.media)

export async function loadJobs() {
  const page = await call('GET', `/generate/${kind}?limit=${PAGE}`)
  const known = new Set(page.items.map(({ id }) => id))
  const below = cards().filter(({ job }) => !known.has(job.id) && job.created_at < (page.items.at(-1)?.created_at ?? ''))
  arrange([...page.items.map(cardFor), ...below].map(({ element }) => element))
  if (!below.length) cursor = page.next_cursor
  waiting.hidden = true
  settle()
}

/** What stands where it should is not touched: a film that plays would stop. */
function arrange(elements) {
  for (const gone of [...list.children].filter((element) => !elements.includes(element))) gone.remove()
  elements.forEach((element, at) => list.children[at] === element || list.insertBefore(element, list.children[at] ?? null))
}

/** Shows what is new of a job, at the top when nobody knew it here. */
export function takeJob(job) {
  if (job.kind !== kind) return
  const ended = cardOf(job.id)?.running
  const card = cardFor(job)
  if (!card.element.isConnected) list.prepend(card.element)
  if (ended && !card.running) spoken.textContent = card.spoken
  settle()
}

/** After something was changed or deleted elsewhere on the page. */
export function updateMedia(item, gone) {
  for (const card of cards()) {
    if (!card.media.some(({ id }) => id === item.id)) continue
    const others = card.media.map((one) => (one.id === item.id ? item : one))
    card.update({ ...card.job, media: gone ? others.filter(({ id }) => id !== item.id) : others })
  }
}

function cardFor(job) {
  const card = cardOf(job.id)
  // News can come in another order than answers; what has ended goes on no more.
  if (card && !(card.running || job.finished_at)) return card
  const shown = card ?? new Card()
  shown.update(job)
  return shown
}

async function loadMore() {
  const page = await call('GET', `/generate/${kind}?limit=${PAGE}&cursor=${encodeURIComponent(cursor)}`)
  cursor = page.next_cursor
  list.append(...page.items.filter(({ id }) => !cardOf(id)).map((job) => cardFor(job).element))
  settle()
}

function settle() {
  more.hidden = !cursor
  empty.hidden = list.children.length > 0
}

const acts = {
  cancel: async ({ job }) => takeJob(await call('POST', `/generate/${kind}/${job.id}/cancel`)),
  retry: async ({ job }) => takeJob(await call('POST', `/generate/${kind}/${job.id}/retry`)),
  remove: async ({ job, element }) => {
    await call('DELETE', `/generate/${kind}/${job.id}`)
    element.remove()
    settle()
    spoken.textContent = text(`${kind}s.removed`)
  },
}

/** @param ShownAs the card of one job @param wishes {again(job), view?(id), details?(job)} */
export function act(ShownAs, wishes) {
  Card = ShownAs
  list.addEventListener('click', (event) => {
    const button = event.target.closest('button, a')
    if (!button) return
    if (button.href) return ownClick(event) && wishes.details(button.closest('.job').view.job)
    if (button.dataset.item) return wishes.view(button.dataset.item)
    const { view } = button.closest('.job')
    if (button.dataset.act === 'again') wishes.again(view.job)
    else working(button, () => acts[button.dataset.act](view))
  })
}

/** Not one that is to open another tab. */
function ownClick(event) {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return false
  event.preventDefault()
  return true
}

more.addEventListener('click', () => working(more, loadMore))
new IntersectionObserver(([{ isIntersecting }]) => isIntersecting && cursor && working(more, loadMore)).observe(more)
/** The names of models may come after the jobs. */
export const renameMakers = () => cards().forEach((card) => card.tick())

setInterval(() => cards().filter((card) => card.running).forEach((card) => card.tick()), 1000)
export const reloadJobs = () => loadJobs().catch(complain)
