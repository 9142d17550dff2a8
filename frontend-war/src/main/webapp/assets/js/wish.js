// What the person wants to have made, as it is typed and chosen: kept in this browser until it is sent.
import { call, wishKey } from './api.js'

const key = (kind) => `${kind}s:${document.body.dataset.visitor}`

export function readWish(kind) {
  try {
    return JSON.parse(localStorage.getItem(key(kind))) ?? {}
  } catch {
    return {}
  }
}

export function keepWish(kind, wish) {
  try {
    localStorage.setItem(key(kind), JSON.stringify(wish))
  } catch {
    // A browser that keeps nothing still makes pictures and films.
  }
}

export const estimate = (kind, wish) => call('POST', `/generate/${kind}/estimate`, wish)

let last = {}

/** Sent again after a lost answer it keeps its key, so that nothing is paid twice. */
export async function make(kind, wish) {
  const body = JSON.stringify(wish)
  if (last.body !== body) last = { body, key: wishKey() }
  const send = () => call('POST', `/generate/${kind}`, wish, { 'Idempotency-Key': last.key })
  const job = await send().catch((refusal) => (refusal.unheard ? send() : Promise.reject(refusal)))
  last = {}
  return job
}

/** @return a picture of the gallery; null: it is gone */
export async function pictureOf(id) {
  const item = id && (await call('GET', `/gallery/${id}`).catch(() => null))
  return item && !item.deleted_at ? item : null
}
