// What a model that makes films lets one choose, and what it costs.
import { Frames } from './filmframes.js'
import { money } from './format.js'
import { text } from './texts.js'
import { beginsWithPicture } from './ways.js'
import { pictureOf } from './wish.js'

const UNDECLARED = { aspect_ratios: [], resolutions: [], sizes: [], durations: [], frame_images: [], seed: null, audio: null }

/** What can be chosen; an empty list or null: the model decides by itself. */
function choicesOf(model) {
  const declared = model.capabilities.video ?? UNDECLARED
  const { aspect_ratios: ratios, resolutions, sizes, durations, frame_images: frames } = declared
  // Pixels say it all, and a request with them has neither of the other two: they count where a shape or a tier cannot be chosen.
  const sized = sizes.length > 0 && !(ratios.length && resolutions.length)
  return {
    aspect_ratio: sized ? [] : ratios,
    duration: durations,
    resolution: sized ? [] : resolutions,
    size: sized ? sizes : [],
    seed: declared.seed ? { min: 0, max: 2147483647 } : null,
    sound: Boolean(declared.audio),
    frames: {
      first: beginsWithPicture(model),
      last: frames.includes('last_frame'),
    },
  }
}

/** The providers name their prices freely; the least of those by the second, or by the film. */
function priceOf({ prices: { skus = {} } }) {
  const named = Object.entries(skus).map(([name, price]) => [name, Number(price) / (name.includes('cents') ? 100 : 1)])
  const of = (words) => named.filter(([name]) => !name.includes('token') && words.some((word) => name.includes(word))).map(([, price]) => price)
  const [seconds, films] = [of(['second']), of(['video', 'generat', 'request'])]
  if (named.length && named.every(([, price]) => price === 0)) return text('free')
  if (seconds.length) return said('second', seconds)
  return films.length ? said('film', films) : text('videos.price-unknown')
}

function said(unit, prices) {
  const least = Math.min(...prices)
  const words = text(`videos.price-${unit}`, money(least))
  return prices.every((price) => price === least) ? words : text('videos.price-from', words)
}

/** A frame that is gone is left out. */
async function wishOf({ parameters, prompt, model }) {
  const { image_media_id: firstId, last_image_media_id: lastId, ...wish } = parameters ?? {}
  const [first, last] = await Promise.all([firstId, lastId].map(pictureOf))
  return { ...wish, prompt: prompt ?? wish.prompt ?? '', model: model ?? wish.model, first, last }
}

export const films = { kind: 'video', place: '/videos', choicesOf, priceOf, wishOf, Pictures: Frames }
