// The chat page: puts list, thread, composer and live news together.
import { act } from './acts.js'
import { ask, askAgain, openChat, readChat, stopAnswer } from './asking.js'
import { complain } from './complain.js'
import { Composer } from './composer.js'
import { forgetRunning, loadConversations, setCurrent, setRunning } from './conversations.js'
import { name } from './heading.js'
import { holding, putOff } from './holding.js'
import { listen } from './live.js'
import { loadModels } from './models.js'
import { chooseModel, chosenModel } from './picker.js'
import { poll } from './poll.js'
import { follow, keepPlace, toEnd } from './stick.js'
import { text } from './texts.js'
import { Thread } from './thread.js'

const spoken = document.getElementById('spoken')
const thread = new Thread(follow)
let chat = new URLSearchParams(location.search).get('c')
let live = false

const composer = new Composer(chat, { send, stop })

/** Does something that the server must confirm before its news are shown. */
const confirming = (work) =>
  holding(work, (news) => {
    news.forEach(hear)
    showRunning()
  })

const refresh = () => confirming(() => thread.load(chat))
const reload = () => chat && refresh().catch(complain)

function hear(answer) {
  setRunning(answer.conversation_id, !['done', 'error'].includes(answer.event))
  if (answer.conversation_id !== chat) return
  if (putOff(answer)) return
  const view = thread.find(answer.answer_id)
  if (!view?.take(answer)) return reload()
  if (!view.running) finished(view)
}

function finished(view) {
  showRunning()
  spoken.textContent = text('answer-done', view.spoken)
}

function showRunning() {
  composer.running = Boolean(thread.running)
}

async function send(words) {
  const mine = thread.append({ id: 'mine', role: 'user', status: 'complete', content: words })
  composer.sent(words)
  toEnd()
  try {
    await confirming(async () => {
      if (!chat) await begin()
      const { user_message: said, answer_id: id } = await ask(chat, words, chosenModel())
      composer.confirmed()
      thread.remove(mine)
      if (!thread.find(said.id)) thread.append(said)
      startAnswer(id)
    })
  } catch (refusal) {
    thread.remove(mine)
    composer.failed(words, refusal)
    if (refusal.kind === 'answer-in-progress') reload()
    return
  }
  readChat(chat).then(({ title: words }) => name(words), complain)
  loadConversations().catch(complain)
}

async function begin() {
  const opened = await openChat(chosenModel())
  chat = opened.id
  composer.chat = chat
  setCurrent(chat)
  history.replaceState(null, '', `/chat?c=${chat}`)
}

function startAnswer(id) {
  if (!thread.find(id)) thread.append({ id, role: 'assistant', status: 'streaming', model: chosenModel() })
  toEnd()
}

async function stop() {
  const view = thread.running
  if (!view) return
  try {
    view.update(await stopAnswer(chat, view.id))
    showRunning()
  } catch (refusal) {
    complain(refusal)
  }
}

async function again(view) {
  await confirming(async () => {
    await askAgain(chat, view.id, chosenModel())
    await thread.load(chat)
  })
  toEnd()
}

/** The title, the model and the messages of the open chat; a server that is away is asked again, and said so once. */
async function load(told = false) {
  if (!chat) return thread.begin()
  thread.wait(true)
  try {
    await confirming(() => Promise.all([thread.load(chat), describe()]))
    toEnd()
  } catch (refusal) {
    if (refusal.passing) setTimeout(load, 3000, true)
    else thread.wait(false)
    if (!told || !refusal.passing) complain(refusal.kind === 'not-found' ? Object.assign(refusal, { message: text('gone') }) : refusal)
  }
}

async function describe() {
  const { title: words, model } = await readChat(chat)
  name(words)
  await models
  chooseModel(model)
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
const listening = new Promise((begun) => listen((heard) => begun(news[heard.kind](heard))))
const patience = new Promise((over) => setTimeout(over, 1500))

setCurrent(chat)
loadConversations().catch(complain)
act({ again, earlier: () => keepPlace(() => thread.loadEarlier(chat)) })
Promise.race([listening, patience]).then(() => load())
models.then(() => thread.views.forEach((view) => view.rename()))
poll(() => !live && thread.running, refresh)
