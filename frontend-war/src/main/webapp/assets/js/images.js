// The page of pictures: composer, jobs and live news together.
import { call } from './api.js'
import { complain } from './complain.js'
import { focusPrompt, lastWish, refer, showWish, whenSent } from './imagecomposer.js'
import { imageModels, loadImageModels } from './imagemodels.js'
import { draw, wishOf } from './imagewish.js'
import { holding, putOff } from './holding.js'
import { act, anyRunning, loadJobs, reloadJobs, renameModels, shownPictures, takeJob, updatePicture } from './jobs.js'
import { listen } from './live.js'
import { poll } from './poll.js'
import { text } from './texts.js'
import { toast } from './toast.js'

const top = document.getElementById('content')
const asked = new URLSearchParams(location.search)
let live = false

/** Fills the composer with it and goes there. */
async function again(source) {
  showWish(await wishOf(source))
  top.scrollTo({ top: 0 })
  focusPrompt()
}

function referTo(item) {
  refer(item)
  top.scrollTo({ top: 0 })
  focusPrompt()
}

async function view(id) {
  const { openViewer } = await import('./viewer.js')
  openViewer(shownPictures, id, {
    again: (item) => again(item).catch(complain),
    refer: referTo,
    changed: (item) => updatePicture(item),
    removed: (item) => updatePicture(item, true),
    restored: reloadJobs,
  })
}

/** What the gallery's "make again" and "use as reference" bring along. */
async function begin() {
  await loadImageModels()
  if (!imageModels().length) await untilThereAreModels()
  renameModels()
  showWish(lastWish())
  const read = (id) => call('GET', `/gallery/${id}`)
  if (asked.has('again')) await again(await read(asked.get('again')))
  if (asked.has('reference')) referTo(await read(asked.get('reference')))
  if (asked.size) history.replaceState(null, '', '/images')
}

/** Right after a start the provider may not have told its models yet. */
async function untilThereAreModels() {
  showWish(lastWish())
  while (!imageModels().length) {
    await new Promise((over) => setTimeout(over, 3000))
    await loadImageModels().catch(() => {})
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

// News about it may come before the answer does; they wait, so that it is not shown twice.
whenSent((wish) =>
  holding(
    async () => takeJob(await draw(wish)),
    (held) => held.forEach(({ job }) => takeJob(job)),
  ),
)
act({ again: (job) => again(job).catch(complain), view })
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
