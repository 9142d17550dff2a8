// The start page: the first message opens a chat and leads there.
import { chooseModel, chosenModel } from './picker.js'
import { Composer } from './composer.js'
import { loadModels } from './models.js'
import { ask, openChat } from './asking.js'
import { attached, attachmentsSent, bringBack, idsOf } from './attachments.js'

let chat = null

const composer = new Composer(null, { send, stop() {} })
bringBack(null)

/** While words are on their way the composer takes no others, so that a second click opens no second chat. */
async function send(words) {
  composer.sent(words)
  try {
    chat ??= await openChat(chosenModel())
    const pictures = await attached()
    await ask(chat.id, words, chosenModel(), undefined, idsOf(pictures))
    composer.confirmed()
    attachmentsSent(pictures)
    location.assign(`/chat?c=${chat.id}`)
  } catch (refusal) {
    composer.failed(words, refusal)
  }
}

document.getElementById('tries').addEventListener('click', ({ target }) => {
  const tried = target.closest('[data-prompt]')
  if (tried) composer.words = tried.dataset.prompt
})

loadModels().catch(() => {}).then(() => chooseModel())
