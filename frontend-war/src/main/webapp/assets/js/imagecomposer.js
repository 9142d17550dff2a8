// Where a picture is wished for: the words, what the model lets one choose, pictures to go by, and what it will cost.
import { signInAddress } from './api.js'
import { hint, sends } from './enter.js'
import { money } from './format.js'
import { fieldValues, showFields } from './imagefields.js'
import { choicesOf, imageModelName } from './imagemodels.js'
import { chooseImageModel, chosenImageModel, whenImageModelChosen } from './imagepicker.js'
import { estimate, keepWish, readWish } from './imagewish.js'
import { takeIn } from './intake.js'
import { text } from './texts.js'
import { Tray } from './tray.js'

const form = document.getElementById('image-composer')
const prompt = document.getElementById('prompt')
const send = document.getElementById('send')
const cost = document.getElementById('estimate')
const references = document.getElementById('references')
const note = document.getElementById('tray-note')
const failure = document.getElementById('failure')

const tray = new Tray(() => changed())
let wanted = readWish()
let sending = false
let asked = 0
let waiting

/** @param wish {prompt, model, its fields, references: items} */
export function showWish(wish) {
  wanted = wish
  prompt.value = wish.prompt ?? ''
  chooseImageModel(wish.model)
  showModel()
  tray.items = wish.references ?? []
  grow()
}

/** What was wished for last; words that were typed before the models had come count more. */
export function lastWish() {
  return prompt.value.trim() ? { ...readWish(), prompt: prompt.value } : readWish()
}

export const focusPrompt = () => prompt.focus()
export const refer = (item) => tray.take(item)

/** @param draw gets the request and throws its refusal */
export function whenSent(draw) {
  form.addEventListener('submit', async (event) => {
    event.preventDefault()
    if (!ready()) return
    const wish = request()
    sending = true
    changed()
    try {
      await draw(wish)
      clear(wish)
    } catch (refusal) {
      fail(refusal)
    }
    sending = false
    changed()
  })
}

const ready = () => Boolean(prompt.value.trim() && chosenImageModel() && !tray.busy && !sending)

function request() {
  const ids = tray.ids.slice(0, choicesOf(chosenImageModel()).references)
  return { model: chosenImageModel().id, prompt: prompt.value.trim(), ...fieldValues(), ...(ids.length && { reference_media_ids: ids }) }
}

/** What was typed on meanwhile stays. */
function clear(wish) {
  if (prompt.value.trim() === wish.prompt) prompt.value = ''
  tray.items = []
  failure.hidden = true
  grow()
}

function fail(refusal) {
  failure.hidden = false
  failure.querySelector('.why').textContent = refusal.message
  const link = failure.querySelector('a')
  link.hidden = !refusal.signedOut
  link.href = signInAddress()
}

function showModel() {
  const model = chosenImageModel()
  if (!model) return
  showFields(model, wanted)
  tray.most = choicesOf(model).references
  references.hidden = choicesOf(model).references === 0
  changed()
}

function changed() {
  const model = chosenImageModel()
  send.disabled = !ready()
  note.hidden = !model || !tray.tooMany
  if (model) note.textContent = choicesOf(model).references ? text('images.too-many', choicesOf(model).references) : text('images.blind', imageModelName(model.id))
  if (!model) return
  wanted = { ...wanted, model: model.id, ...fieldValues(), seed: fieldValues().seed }
  if (!sending) keepWish({ ...wanted, prompt: prompt.value, references: tray.items })
  clearTimeout(waiting)
  waiting = setTimeout(price, 250)
}

/** Only the newest question's answer counts. */
async function price() {
  const mine = ++asked
  if (!prompt.value.trim()) return (cost.textContent = '')
  const { estimated_cost: dollars } = await estimate(request()).catch(() => ({}))
  if (mine !== asked) return
  cost.textContent = dollars == null ? '' : text('images.estimate', money(dollars))
}

function grow() {
  if (CSS.supports('field-sizing', 'content')) return
  prompt.style.height = 'auto'
  prompt.style.height = `${prompt.scrollHeight}px`
}

// The draft is there at once; what can be chosen follows with the models.
prompt.value = wanted.prompt ?? ''
hint(prompt)
whenImageModelChosen(showModel)
form.addEventListener('input', () => (grow(), changed()))
prompt.addEventListener('keydown', (event) => {
  if (!sends(event)) return
  event.preventDefault()
  form.requestSubmit()
})
takeIn({ zone: form, button: document.getElementById('reference-upload'), input: document.getElementById('tray-files'), take: (files) => tray.upload(files) })
document.getElementById('reference-gallery').addEventListener('click', () => import('./chooser.js').then(({ choose }) => choose(refer)))
