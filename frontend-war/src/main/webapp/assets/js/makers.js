// The models that make pictures and those that make films.
import { call } from './api.js'

const lists = { image: new Map(), video: new Map() }
const loading = {}

/** @param kind image or video; asked for once, after a failure again, and as long as there are none */
export function loadMakers(kind) {
  loading[kind] ??= load(kind)
  loading[kind].catch(() => (loading[kind] = null))
  return loading[kind]
}

async function load(kind) {
  const answer = await call('GET', `/ai/models?modality=${kind}`)
  for (const model of Array.isArray(answer) ? answer : answer.items) if (model.available !== false) lists[kind].set(model.id, model)
  if (!lists[kind].size) loading[kind] = null
}

export const makersOf = (kind) => [...lists[kind].values()]
export const makerOf = (kind, id) => lists[kind].get(id)
export const usualMaker = (kind) => makersOf(kind).find((model) => model.default) ?? makersOf(kind)[0]
/** Whatever it makes. */
export const makerName = (id) => (lists.image.get(id) ?? lists.video.get(id))?.name ?? id ?? ''
