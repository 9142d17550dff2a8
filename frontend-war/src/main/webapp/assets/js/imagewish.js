// What the person wants to see, as it is typed and chosen: kept in this browser until it is sent.
import { call, wishKey } from './api.js'

const key = `images:${document.body.dataset.visitor}`

export function readWish() {
  try {
    return JSON.parse(localStorage.getItem(key)) ?? {}
  } catch {
    return {}
  }
}

export function keepWish(wish) {
  try {
    localStorage.setItem(key, JSON.stringify(wish))
  } catch {
    // A browser that keeps nothing still draws.
  }
}

export const estimate = (wish) => call('POST', '/generate/image/estimate', wish)

let last = {}

/** Sent again after a lost answer it keeps its key, so that nothing is paid twice. */
export async function draw(wish) {
  const body = JSON.stringify(wish)
  if (last.body !== body) last = { body, key: wishKey() }
  const send = () => call('POST', '/generate/image', wish, { 'Idempotency-Key': last.key })
  const job = await send().catch((refusal) => (refusal.unheard ? send() : Promise.reject(refusal)))
  last = {}
  return job
}

/** The wish behind a job or a picture: what one would have typed and chosen for it. Pictures to go by that are gone are left out. */
export async function wishOf({ parameters, prompt, model }) {
  const read = (id) => call('GET', `/gallery/${id}`).catch(() => null)
  const references = await Promise.all((parameters?.reference_media_ids ?? []).map(read))
  const { reference_media_ids: ids, ...wish } = parameters ?? {}
  return { ...wish, prompt: prompt ?? wish.prompt ?? '', model: model ?? wish.model, references: references.filter((item) => item && !item.deleted_at) }
}
