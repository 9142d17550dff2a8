// Where a picture or a film is wished for: the words, what the model lets one choose, pictures that go along, and what it will cost.
import { signInAddress } from './api.js'
import { hint, sends } from './enter.js'
import { fieldValues, showFields } from './fields.js'
import { money } from './format.js'
import { chooseMaker, chosenMaker, offerMakers } from './makerpicker.js'
import { text } from './texts.js'
import { estimate, keepWish, readWish } from './wish.js'

const form = document.getElementById('studio-composer')
const prompt = document.getElementById('prompt')
const send = document.getElementById('send')
const cost = document.getElementById('estimate')
const note = document.getElementById('tray-note')
const failure = document.getElementById('failure')

let studio = null
let pictures = null
let wanted = {}
let sending = false
let asked = 0
let waiting

/** @param of {kind, choicesOf(model), priceOf(model), Pictures} @param make gets the request and throws its refusal */
export function compose(of, make) {
  studio = of
  wanted = readWish(studio.kind)
  pictures = new studio.Pictures(form, changed)
  offerMakers(studio, showModel)
  // The draft is there at once; what can be chosen follows with the models.
  prompt.value = wanted.prompt ?? ''
  hint(prompt)
  form.addEventListener('input', () => (grow(), changed()))
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    if (ready()) submit(make)
  })
}

async function submit(make) {
  const wish = request()
  sending = true
  changed()
  try {
    await make(wish)
    clear(wish)
  } catch (refusal) {
    fail(refusal)
  }
  sending = false
  changed()
}

/** @param wish {prompt, model, its fields, its pictures} */
export function showWish(wish) {
  wanted = wish
  prompt.value = wish.prompt ?? ''
  chooseMaker(wish.model)
  showModel()
  pictures.show(wish)
  grow()
}

/** What was wished for last; words that were typed before the models had come count more. */
export function lastWish() {
  return prompt.value.trim() ? { ...readWish(studio.kind), prompt: prompt.value } : readWish(studio.kind)
}

export const focusPrompt = () => prompt.focus()
export const takePicture = (item) => pictures.take(item)

const choices = () => studio.choicesOf(chosenMaker())

function ready() {
  if (!chosenMaker() || pictures.busy || sending) return false
  return Boolean(prompt.value.trim()) || pictures.suffice
}

const request = () => ({ model: chosenMaker().id, prompt: prompt.value.trim(), ...fieldValues(), ...pictures.request(choices()) })

/** What was typed on meanwhile stays. */
function clear(wish) {
  if (prompt.value.trim() === wish.prompt) prompt.value = ''
  pictures.show({})
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
  if (!chosenMaker()) return
  showFields(choices(), wanted)
  pictures.fit(choices())
  changed()
}

function changed() {
  const model = chosenMaker()
  send.disabled = !ready()
  const left = model ? pictures.note(choices(), model) : ''
  note.hidden = !left
  note.textContent = left
  if (!model) return
  wanted = { ...wanted, model: model.id, ...fieldValues(), seed: fieldValues().seed }
  if (!sending) keepWish(studio.kind, { ...wanted, prompt: prompt.value, ...pictures.kept })
  clearTimeout(waiting)
  waiting = setTimeout(price, 250)
}

/** Only the newest question's answer counts. */
async function price() {
  const mine = ++asked
  if (!prompt.value.trim() && !pictures.suffice) return (cost.textContent = '')
  const { estimated_cost: dollars } = await estimate(studio.kind, request()).catch(() => ({}))
  if (mine !== asked) return
  cost.textContent = dollars == null ? '' : text('images.estimate', money(dollars))
}

function grow() {
  if (CSS.supports('field-sizing', 'content')) return
  prompt.style.height = 'auto'
  prompt.style.height = `${prompt.scrollHeight}px`
}

prompt.addEventListener('keydown', (event) => {
  if (!sends(event)) return
  event.preventDefault()
  form.requestSubmit()
})
