// Where one goes on with something of the gallery.
import { loadMakers, makersOf } from './makers.js'

export const places = {
  again: ({ id, kind }) => `/${kind === 'video' ? 'videos' : 'images'}?again=${id}`,
  refer: ({ id }) => `/images?picture=${id}`,
  film: ({ id }) => `/videos?picture=${id}`,
}

/** @return whether a model is known that sets a picture in motion */
export async function filmsBeginWithPictures() {
  await loadMakers('video')
  return makersOf('video').some(beginsWithPicture)
}

/** A model without a list of frames says by what it takes in that it can begin with a picture. */
export function beginsWithPicture({ capabilities, input_modalities: takes }) {
  const frames = capabilities.video?.frame_images ?? []
  return frames.includes('first_frame') || (!frames.length && takes.includes('image'))
}
