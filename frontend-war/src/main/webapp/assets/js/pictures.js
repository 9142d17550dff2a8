// Pictures of the gallery, as a page addresses and describes them.
import { text } from './texts.js'

const ours = (address) => address.replace(/^\/api\//, '/bff/')

export const content = ({ content_url: address }) => ours(address)
export const thumbnail = ({ thumbnail_url: address }, size) => `${ours(address)}?size=${size}`

/** What a screen reader says of it, and what stands above it. */
export const described = ({ title, prompt }) => title || prompt || text('picture')

/** Its name as a file; the ending says what it is. */
export function fileName({ id, title, prompt, media_type: type }) {
  const words = (title || prompt || id).replace(/\.\w{3,4}$/, '').replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '')
  return `${words.slice(0, 60) || id}.${type.split('/')[1].replace('jpeg', 'jpg')}`
}
