// What is known of the picture in the viewer: its words, how it was made, its name and its album.
import { call } from './api.js'
import { complain } from './complain.js'
import { bytes, moment, money } from './format.js'
import { imageModel, imageModelName, imageModels, loadImageModels } from './imagemodels.js'
import { text } from './texts.js'

const title = document.getElementById('viewer-title')
const prompt = document.getElementById('viewer-prompt')
const settings = document.getElementById('viewer-settings')
const sources = document.getElementById('viewer-sources')
const named = document.getElementById('viewer-name')
const album = document.getElementById('viewer-album')
const albums = document.getElementById('albums')

let shown = null
let kept = () => {}

/** @param listener gets the picture with its new name or album */
export const whenKept = (listener) => (kept = listener)

export function fillDetails(item) {
  shown = item
  title.textContent = item.title || text(item.kind === 'upload' ? 'detail.upload' : 'picture')
  prompt.textContent = item.prompt ?? ''
  prompt.parentElement.hidden = !item.prompt
  for (const [field, value] of [[named, item.title], [album, item.album]]) {
    if (field !== document.activeElement) field.value = value ?? ''
    field.disabled = Boolean(item.deleted_at)
  }
  fillSettings(item)
  fillSources(item.parameters?.reference_media_ids ?? [])
  if (item.model && !imageModel(item.model) && !imageModels().length) loadImageModels().then(() => shown === item && fillSettings(item), () => {})
}

function fillSettings({ model, parameters, width, height, cost, created_at: at, bytes: size, media_type: type }) {
  const facts = {
    model: model && imageModelName(model),
    ratio: parameters?.aspect_ratio,
    resolution: parameters?.image_size,
    seed: parameters?.seed,
    pixels: `${width} × ${height}`,
    cost: cost == null ? null : money(cost),
    made: moment(at),
    file: `${type.split('/')[1].toUpperCase()} · ${bytes(size)}`,
  }
  const rows = Object.entries(facts).filter(([, value]) => value != null && value !== '')
  settings.replaceChildren(...rows.map(([name, value]) => row(text(`detail.${name}`), String(value))))
}

function row(name, value) {
  const line = document.createElement('div')
  const [term, fact] = ['dt', 'dd'].map((tag) => document.createElement(tag))
  term.textContent = name
  fact.textContent = value
  line.append(term, fact)
  return line
}

/** The pictures that it was made from; one that is gone is left out. */
function fillSources(ids) {
  sources.hidden = ids.length === 0
  sources.replaceChildren(...ids.map(source))
}

function source(id) {
  const item = document.createElement('li')
  const image = Object.assign(new Image(56, 56), { src: `/bff/media/${id}/thumbnail?size=small`, alt: text('detail.references') })
  image.addEventListener('error', () => item.remove())
  item.append(image)
  return item
}

async function keep(change) {
  const item = shown
  try {
    kept(await call('PATCH', `/gallery/${item.id}`, change))
  } catch (refusal) {
    complain(refusal)
  }
}

async function offerAlbums() {
  const { items } = await call('GET', '/gallery/albums')
  albums.replaceChildren(...items.map(({ name }) => Object.assign(document.createElement('option'), { value: name })))
}

named.addEventListener('change', () => keep({ title: named.value.trim() || null }))
album.addEventListener('change', () => keep({ album: album.value.trim() || null }))
album.addEventListener('focus', () => offerAlbums().catch(() => {}))
