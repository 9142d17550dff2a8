// Pictures that go along with a message, for models that see; those that are not sent yet survive a reload.
import { call } from './api.js'
import { keepPictures, readPictures } from './draft.js'
import { takeIn } from './intake.js'
import { findModel, nameOf } from './models.js'
import { chosenModel, whenModelShown } from './picker.js'
import { text } from './texts.js'
import { toast } from './toast.js'
import { Tray } from './tray.js'

const MOST = 8
const note = document.getElementById('tray-note')
const tray = new Tray(document.getElementById('tray'), show)
let arrived = []
let chat = null
/** Of the draft, whose pictures have not been read yet. */
let coming = []
let returned = Promise.resolve()

const sees = () => findModel(chosenModel())?.input_modalities?.includes('image') ?? false

/** What goes along, once the last of it has arrived; nothing where the model does not see: it stays for another one. */
export async function attached() {
  await returned
  if (tray.busy) await new Promise((done) => arrived.push(done))
  return sees() ? tray.items : []
}

/** @param items what was sent; what was added meanwhile stays */
export function attachmentsSent(items) {
  const ids = items.map(({ id }) => id)
  if (ids.length) tray.items = tray.items.filter(({ id }) => !ids.includes(id))
}

/** Shows what was attached to the draft of this chat. */
export function bringBack(id) {
  chat = id
  tray.most = MOST
  coming = readPictures(chat)
  returned = Promise.all(coming.map(read)).then((items) => {
    coming = []
    for (const item of items) if (item && !item.deleted_at) tray.take(item)
    keep()
  })
}

/** What is gone from the gallery is gone from the draft. */
const read = (id) => call('GET', `/gallery/${id}`).catch(() => null)

/** From now on what is attached belongs to this chat. */
export function attachTo(id) {
  keepPictures(chat, [])
  chat = id
  keep()
}

const keep = () => keepPictures(chat, [...new Set([...coming, ...tray.ids])])

export const idsOf = (media) => media?.map(({ id }) => id)

function take(files) {
  if (!sees()) return toast(text('tray.blind'))
  tray.most = MOST
  tray.upload(files)
}

function show() {
  keep()
  note.hidden = tray.items.length === 0 || sees()
  note.textContent = text('tray.unseen', nameOf(chosenModel()) ?? '')
  if (tray.busy) return
  arrived.forEach((done) => done())
  arrived = []
}

whenModelShown(show)
takeIn({ zone: document.getElementById('composer'), button: document.getElementById('attach'), input: document.getElementById('tray-files'), take })
