// The models that can write text, and what people want to know about one.
import { call } from './api.js'
import { context, day, price } from './format.js'
import { text } from './texts.js'

const byId = new Map()
let offered = null

export async function loadModels() {
  const answer = await call('GET', '/ai/models?modality=text')
  for (const model of Array.isArray(answer) ? answer : answer.items) byId.set(model.id, model)
  offered = [...byId.values()].find((model) => model.default) ?? null
}

export const allModels = () => [...byId.values()]
export const offeredModel = () => offered
export const findModel = (id) => byId.get(id)
export const nameOf = (id) => byId.get(id)?.name ?? id
export const isDemo = (id) => id?.startsWith('demo/') ?? false

/** Price, context and age, the most wanted first. */
export function factsOf(model) {
  const facts = [price(model.prices)]
  if (model.context_length) facts.push(context(model.context_length))
  if (model.created_at) facts.push(day(model.created_at))
  return facts
}

/** What it understands besides text, and whether it thinks. */
export const canOf = ({ input_modalities: takes = [], capabilities }) => new Set([...takes, ...(capabilities?.text?.reasoning ? ['reasoning'] : [])])

/** Whether every word that was typed is in the model's name or id. */
export function matches(model, words) {
  const haystack = `${model.name} ${model.id}`.toLowerCase()
  return words.toLowerCase().split(/\s+/).every((word) => haystack.includes(word))
}

/** Offered first next time, here and on other devices; forgetting it costs nobody anything. */
export const rememberModel = (id) => call('PATCH', '/users/me', { last_model: id }).catch(() => {})

export const noModel = () => text('no-models')
