// A page on which something is made: composer, jobs and live news together.
import { call } from './api.js'
import { complain } from './complain.js'
import { holding, putOff } from './holding.js'
import { act, anyRunning, loadJobs, reloadJobs, renameMakers, takeJob } from './jobs.js'
import { listen } from './live.js'
import { loadMakers, makersOf } from './makers.js'
import { poll } from './poll.js'
import { compose, focusPrompt, lastWish, showWish, takePicture } from './studiocomposer.js'
import { text } from './texts.js'
import { toast } from './toast.js'
import { make } from './wish.js'

const top = document.getElementById('content')
const asked = new URLSearchParams(location.search)
let studio = null
let live = false

/** Fills the composer with it and goes there. */
export async function again(source) {
  showWish(await studio.wishOf(source))
  toComposer()
}

/** For the next one. */
export function bring(item) {
  takePicture(item)
  toComposer()
}

function toComposer() {
  top.scrollTo({ top: 0 })
  focusPrompt()
}

/** What the gallery's "make again", "use as reference" and "make a film of this" bring along. */
async function begin() {
  await loadMakers(studio.kind)
  if (!makersOf(studio.kind).length) await untilThereAreModels()
  renameMakers()
  showWish(lastWish())
  const read = (id) => call('GET', `/gallery/${id}`)
  if (asked.has('again')) await again(await read(asked.get('again')))
  if (asked.has('picture')) bring(await read(asked.get('picture')))
  if (asked.has('again') || asked.has('picture')) history.replaceState(null, '', studio.place)
}

/** Right after a start the provider may not have told its models yet. */
async function untilThereAreModels() {
  showWish(lastWish())
  for (let pause = 3000; !makersOf(studio.kind).length; pause = Math.min(pause * 1.5, 60000)) {
    await new Promise((over) => setTimeout(over, pause))
    await loadMakers(studio.kind).catch(() => {})
  }
}

const news = {
  open: () => (live = true),
  lost: () => (live = false),
  reset: () => {
    live = true
    reloadJobs()
  },
  job: (heard) => putOff(heard) || takeJob(heard.job),
}

async function load(told = false) {
  try {
    await loadJobs()
  } catch (refusal) {
    if (refusal.passing) setTimeout(load, 3000, true)
    if (!told || !refusal.passing) complain(refusal)
  }
}

/** @param of the studio @param Card shows one job @param wishes what else the page does with one */
export function openStudio(of, Card, wishes) {
  studio = of
  act(Card, { again: (job) => again(job).catch(complain), ...wishes })
  // News about it may come before the answer does; they wait, so that it is not shown twice.
  compose(studio, (wish) =>
    holding(
      async () => takeJob(await make(studio.kind, wish)),
      (held) => held.forEach(({ job }) => takeJob(job)),
    ),
  )
  document.getElementById('tries').addEventListener('click', ({ target }) => {
    const tried = target.closest('[data-prompt]')
    if (!tried) return
    showWish({ ...lastWish(), prompt: tried.dataset.prompt })
    focusPrompt()
  })
  begin().catch((refusal) => (refusal.kind === 'not-found' ? toast(text('images.gone')) : complain(refusal)))
  listen((heard) => news[heard.kind]?.(heard))
  load()
  poll(() => !live && anyRunning(), loadJobs)
}
