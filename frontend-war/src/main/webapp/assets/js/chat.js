// The chat page: puts list, thread, composer and live news together.
import { act } from './acts.js'
import { readChat } from './asking.js'
import { bringBack } from './attachments.js'
import { complain } from './complain.js'
import { Composer } from './composer.js'
import { forgetRunning, loadConversations, setCurrent, setRunning } from './conversations.js'
import { name } from './heading.js'
import { holding, putOff } from './holding.js'
import { listen } from './live.js'
import { sayGone } from './gone.js'
import { allModels, findModel, loadModels, nameOf } from './models.js'
import { chooseModel } from './picker.js'
import { poll } from './poll.js'
import { scrolling } from './scrolling.js'
import { follow, toEnd } from './stick.js'
import { text } from './texts.js'
import { Thread } from './thread.js'
import { turns } from './turns.js'

const spoken = document.getElementById('spoken')
const opener = document.getElementById('settings-open')
const thread = new Thread(follow)
const page = { chat: new URLSearchParams(location.search).get('c'), thread, confirming, showRunning, reload, showSettings }
const wishes = turns(page)
/** Answers that are being written in branches that are not shown. */
const elsewhere = new Set()
let live = false

page.composer = new Composer(page.chat, wishes)
bringBack(page.chat)

/** Does something that the server must confirm before its news are shown. */
function confirming(work) {
  return holding(work, (news) => {
    news.forEach(hear)
    showRunning()
  })
}

async function refresh() {
  await confirming(() => thread.load(page.chat))
}

function reload() {
  if (page.chat) return refresh().catch(complain)
}

async function hear(answer) {
  const over = ['done', 'error'].includes(answer.event)
  setRunning(answer.conversation_id, !over)
  if (answer.conversation_id !== page.chat || putOff(answer)) return
  const { answer_id: id } = answer
  const view = thread.find(id)
  if (view?.take(answer)) {
    if (!view.running) finished(view)
  } else if (view || !elsewhere.has(id)) {
    elsewhere.add(id)
    await reload()
  }
  if (over) elsewhere.delete(id)
}

function finished(view) {
  showRunning()
  spoken.textContent = text('answer-done', view.spoken)
}

function showRunning() {
  page.composer.running = Boolean(thread.running)
}

/** The title, the model and the messages of the open chat; a server that is away is asked again, and said so once. */
async function load(told = false) {
  if (!page.chat) return thread.begin()
  thread.wait(true)
  try {
    await confirming(() => Promise.all([thread.load(page.chat), describe()]))
    toEnd()
  } catch (refusal) {
    if (refusal.passing) setTimeout(load, 3000, true)
    else thread.wait(false)
    if (!told || !refusal.passing) complain(refusal.kind === 'not-found' ? Object.assign(refusal, { message: text('gone') }) : refusal)
  }
}

async function describe() {
  const settings = await readChat(page.chat)
  name(settings.title)
  showSettings(settings)
  await models
  const { model } = settings
  if (model && allModels().length && !(findModel(model)?.available ?? false)) sayGone(nameOf(model))
  else chooseModel(model)
}

function showSettings({ system, temperature, max_tokens: length }) {
  opener.classList.toggle('set', system != null || temperature != null || length != null)
}

const news = {
  open: () => (live = true),
  lost: () => (live = false),
  reset: () => {
    live = true
    forgetRunning()
    reload()
    loadConversations().catch(complain)
  },
  answer: ({ answer }) => hear(answer),
}

const models = loadModels().catch(complain).then(() => chooseModel())
const listening = new Promise((begun) => listen((heard) => begun(news[heard.kind]?.(heard))))
const patience = new Promise((over) => setTimeout(over, 1500))

setCurrent(page.chat)
loadConversations().catch(complain)
opener.addEventListener('click', () => import('./settings.js').then((settings) => settings.openSettings(page)))
act({ ...wishes, earlier: scrolling(page) })
Promise.race([listening, patience]).then(() => load())
models.then(() => thread.views.forEach((view) => view.rename()))
poll(() => !live && thread.running, refresh)
