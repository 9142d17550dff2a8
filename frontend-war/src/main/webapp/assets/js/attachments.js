// Pictures that go along with a message, for models that see.
import { takeIn } from './intake.js'
import { findModel, nameOf } from './models.js'
import { chosenModel, whenChosen } from './picker.js'
import { text } from './texts.js'
import { toast } from './toast.js'
import { Tray } from './tray.js'

const MOST = 8
const note = document.getElementById('tray-note')
const tray = new Tray(document.getElementById('tray'), show)
let arrived = []

const sees = () => findModel(chosenModel())?.input_modalities?.includes('image') ?? false

/** What goes along, once the last of it has arrived; nothing where the model does not see: it stays for another one. */
export async function attached() {
  if (tray.busy) await new Promise((done) => arrived.push(done))
  return sees() ? tray.items : []
}

/** @param items what was sent; what was added meanwhile stays */
export function attachmentsSent(items) {
  const ids = items.map(({ id }) => id)
  if (ids.length) tray.items = tray.items.filter(({ id }) => !ids.includes(id))
}

export const idsOf = (media) => media?.map(({ id }) => id)

function take(files) {
  if (!sees()) return toast(text('tray.blind'))
  tray.most = MOST
  tray.upload(files)
}

function show() {
  note.hidden = tray.items.length === 0 || sees()
  note.textContent = text('tray.unseen', nameOf(chosenModel()) ?? '')
  if (tray.busy) return
  arrived.forEach((done) => done())
  arrived = []
}

whenChosen(show)
takeIn({ zone: document.getElementById('composer'), button: document.getElementById('attach'), input: document.getElementById('tray-files'), take })
