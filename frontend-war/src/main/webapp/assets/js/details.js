// What is known of the picture or film in the viewer: its words, how it was made, its name and its album.
import { call } from './api.js'
import { complain } from './complain.js'
import { fillFacts, fillSources, settingsOf } from './facts.js'
import { bytes, moment, money, number } from './format.js'
import { loadMakers, makerName } from './makers.js'
import { text } from './texts.js'

const title = document.getElementById('viewer-title')
const prompt = document.getElementById('viewer-prompt')
const place = document.getElementById('viewer-settings')
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
  title.textContent = item.title || text({ upload: 'detail.upload', video: 'film' }[item.kind] ?? 'picture')
  prompt.textContent = item.prompt ?? ''
  prompt.parentElement.hidden = !item.prompt
  for (const [field, value] of [[named, item.title], [album, item.album]]) {
    if (field !== document.activeElement) field.value = value ?? ''
    field.disabled = Boolean(item.deleted_at)
  }
  fillSettings(item)
  fillSources(sources, item.parameters)
  if (item.model) loadMakers(item.kind).then(() => shown === item && fillSettings(item), () => {})
}

function fillSettings({ model, parameters, width, height, duration, cost, created_at: at, bytes: size, media_type: type }) {
  const settings = settingsOf(parameters)
  fillFacts(place, {
    model: model && makerName(model),
    ...settings,
    length: duration ? text('videos.long', number(duration)) : settings.length,
    pixels: `${width} × ${height}`,
    cost: cost == null ? null : money(cost),
    made: moment(at),
    file: `${type.split('/')[1].toUpperCase()} · ${bytes(size)}`,
  })
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
