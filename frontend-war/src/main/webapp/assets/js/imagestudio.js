// What a model that draws lets one choose, and what it costs.
import { money } from './format.js'
import { References } from './references.js'
import { text } from './texts.js'
import { pictureOf } from './wish.js'

const MOST = 10

/** What can be chosen; an empty list or null: the model decides by itself. */
function choicesOf({ capabilities, input_modalities: takes }) {
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

function priceOf({ prices }) {
  const { output_image: each } = prices
  if (each == null) return text('images.price-unknown')
  return Number(each) === 0 ? text('free') : text('images.price', money(each))
}

/** Pictures to go by that are gone are left out. */
async function wishOf({ parameters, prompt, model }) {
  const references = await Promise.all((parameters?.reference_media_ids ?? []).map(pictureOf))
  const { reference_media_ids: ids, ...wish } = parameters ?? {}
  return { ...wish, prompt: prompt ?? wish.prompt ?? '', model: model ?? wish.model, references: references.filter(Boolean) }
}

export const images = { kind: 'image', place: '/images', choicesOf, priceOf, wishOf, Pictures: References }
