// The start page: the first message opens a chat and leads there.
import { chooseModel, chosenModel } from './picker.js'
import { Composer } from './composer.js'
import { loadModels } from './models.js'
import { ask, openChat } from './asking.js'

let chat = null
let sending = false

const composer = new Composer(null, { send, stop() {} })

async function send(words) {
  // A second click must not open a second chat.
  if (sending) return
  sending = true
  try {
    chat ??= await openChat(chosenModel())
    await ask(chat.id, words, chosenModel())
    composer.sent()
    location.assign(`/chat?c=${chat.id}`)
  } catch (refusal) {
    composer.failed(words, refusal)
  } finally {
    sending = false
  }
}

document.getElementById('tries').addEventListener('click', ({ target }) => {
  const tried = target.closest('[data-prompt]')
  if (tried) composer.words = tried.dataset.prompt
})

loadModels().catch(() => {}).then(() => chooseModel())
