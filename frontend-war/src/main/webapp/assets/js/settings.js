// What the person wants of the answers in one chat: instructions, temperature, length; the last two where the model takes them.
import { call } from './api.js'
import { readChat } from './asking.js'
import { complain } from './complain.js'
import { findModel, nameOf } from './models.js'
import { chosenModel } from './picker.js'
import { text } from './texts.js'
import { toast } from './toast.js'
import { working } from './working.js'

const dialog = document.getElementById('settings')
const form = dialog.querySelector('form')
const { system, temperature, max_tokens: length } = form.elements
const none = document.getElementById('settings-none')
let page = null

export async function openSettings(open) {
  page = open
  try {
    fill(page.chat ? await readChat(page.chat) : (page.settings ?? {}))
  } catch (refusal) {
    return complain(refusal)
  }
  dialog.showModal()
}

function fill(values) {
  for (const field of [system, temperature, length]) field.value = values[field.name] ?? ''
  const model = findModel(chosenModel())
  const takes = model?.capabilities?.text?.parameters ?? []
  const shown = (field) => takes.length === 0 || takes.includes(field.name)
  for (const field of [temperature, length]) field.closest('.field').hidden = !shown(field)
  length.max = model?.capabilities?.text?.max_completion_tokens ?? ''
  none.hidden = shown(temperature) && shown(length)
  none.textContent = text('settings.none', nameOf(chosenModel()) ?? '')
}

const number = (field) => (field.value === '' ? null : Number(field.value))

async function save() {
  const wanted = { system: system.value.trim() || null, temperature: number(temperature), max_tokens: number(length) }
  if (page.chat) await call('PATCH', `/conversations/${page.chat}`, wanted)
  else page.settings = wanted
  page.showSettings(wanted)
  dialog.close()
  toast(text('settings.saved'))
}

form.addEventListener('submit', (event) => {
  event.preventDefault()
  working(form.querySelector('[type="submit"]'), save)
})
form.querySelector('[data-cancel]').addEventListener('click', () => dialog.close())
