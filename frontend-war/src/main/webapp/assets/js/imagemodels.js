// The models that draw, and which fields of a request each of them declares.
import { call } from './api.js'
import { money } from './format.js'
import { text } from './texts.js'

const MOST = 10
const byId = new Map()

export async function loadImageModels() {
  const answer = await call('GET', '/ai/models?modality=image')
  for (const model of Array.isArray(answer) ? answer : answer.items) if (model.available !== false) byId.set(model.id, model)
}

export const imageModels = () => [...byId.values()]
export const imageModel = (id) => byId.get(id)
export const imageModelName = (id) => byId.get(id)?.name ?? id ?? ''
export const usualImageModel = () => imageModels().find((model) => model.default) ?? imageModels()[0]

/** What can be chosen; an empty list or null: the model decides by itself. */
export function choicesOf({ capabilities, input_modalities: takes }) {
  const declared = capabilities.image ?? {}
  const values = (field) => declared[field]?.values ?? []
  const most = (field, otherwise) => Number(declared[field]?.max ?? otherwise)
  // Pixels say it all; a request with them has neither of the other two.
  const sized = !declared.aspect_ratio && declared.size
  const undeclared = Object.keys(declared).length === 0
  return {
    aspect_ratio: values('aspect_ratio'),
    size: sized ? values('size') : [],
    image_size: sized ? [] : values('resolution'),
    n: declared.n?.values ?? Array.from({ length: Math.min(most('n', 1), MOST) }, (_, index) => String(index + 1)),
    seed: declared.seed ? { min: Number(declared.seed.min ?? 0), max: Number(declared.seed.max ?? 2147483647) } : null,
    references: undeclared && takes.includes('image') ? MOST : most('input_references', 0),
  }
}

export function imagePrice({ prices }) {
  const { output_image: each } = prices
  if (each == null) return text('images.price-unknown')
  return Number(each) === 0 ? text('free') : text('images.price', money(each))
}
