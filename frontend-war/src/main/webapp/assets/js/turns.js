// What one can want of the open chat: say something, say it in other words, have it answered again, stop, walk between branches.
import { ask, askAgain, openChat, readChat, showBranch, stopAnswer } from './asking.js'
import { edit } from './acts.js'
import { attachTo, attached, attachmentsSent, idsOf } from './attachments.js'
import { complain } from './complain.js'
import { loadConversations, setCurrent } from './conversations.js'
import { name } from './heading.js'
import { modelIsGone } from './gone.js'
import { askForModel, chosenModel } from './picker.js'
import { keepInPlace, toEnd } from './stick.js'
import { text } from './texts.js'
import { working } from './working.js'

/** @param page the open chat: {chat, thread, composer, confirming(work), showRunning(), reload()} */
export function turns(page) {
  /** Does it with the chosen model; where that is gone, once another one is chosen. */
  const withModel = (work) => (modelIsGone() ? askForModel(() => work().catch(complain)) : work())

  async function send(words) {
    const mine = page.thread.append({ id: 'mine', role: 'user', status: 'complete', content: words })
    page.composer.sent(words)
    toEnd()
    try {
      await page.confirming(async () => {
        if (!page.chat) await begin()
        const pictures = await attached()
        const { user_message: said, answer_id: id } = await ask(page.chat, words, chosenModel(), undefined, idsOf(pictures))
        page.composer.confirmed()
        attachmentsSent(pictures)
        page.thread.remove(mine)
        if (!page.thread.find(said.id)) page.thread.append(said)
        startAnswer(id)
      })
    } catch (refusal) {
      page.thread.remove(mine)
      page.composer.failed(words, refusal)
      if (refusal.kind === 'answer-in-progress') page.reload()
      return
    }
    readChat(page.chat).then(({ title: words }) => name(words), complain)
    loadConversations().catch(complain)
  }

  async function begin() {
    page.chat = (await openChat(chosenModel(), page.settings)).id
    page.composer.chat = page.chat
    attachTo(page.chat)
    setCurrent(page.chat)
    history.replaceState(null, '', `/chat?c=${page.chat}`)
  }

  function startAnswer(id) {
    if (!page.thread.find(id)) page.thread.append({ id, role: 'assistant', status: 'streaming', model: chosenModel() })
  }

  /** Asks by what is not typed below, and shows the branch that comes of it. */
  async function branch(asking) {
    await page.confirming(async () => {
      await asking()
      await page.thread.load(page.chat)
    })
    toEnd()
  }

  async function stop() {
    const view = page.thread.running
    if (!view) return
    try {
      view.update(await stopAnswer(page.chat, view.id))
      page.showRunning()
    } catch (refusal) {
      complain(refusal)
    }
  }

  async function show(view, id) {
    const change = () =>
      page.confirming(async () => {
        await showBranch(page.chat, id)
        await page.thread.load(page.chat)
      })
    await keepInPlace(view.element, change, () => page.thread.find(id)?.element)
  }

  function editLast() {
    const mine = page.thread.views.filter(({ role }) => role === 'user').at(-1)
    if (mine) edit(mine, wishes)
    return Boolean(mine)
  }

  const wishes = {
    send: (words) => withModel(() => send(words)),
    stop,
    show,
    editLast,
    goOn: () => withModel(() => branch(() => ask(page.chat, text('go-on'), chosenModel()))),
    other: (view, button) => askForModel(() => working(button, () => wishes.again(view))),
    again: (view) => withModel(() => branch(() => askAgain(page.chat, view.id, chosenModel()))),
    reword: (view, words) => withModel(() => branch(() => ask(page.chat, words, chosenModel(), view.id, idsOf(view.data.media)))),
  }
  return wishes
}
