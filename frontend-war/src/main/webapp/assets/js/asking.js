// The paid wishes of a chat. A message that is sent again after a lost answer keeps its key, so that it is asked once.
import { call, wishKey } from './api.js'

const ATTEMPTS = 10
let last = {}

export const openChat = (model, settings) => call('POST', '/conversations', { model, ...settings })

/** @param sibling an own message of which this is another wording @param attachments ids of pictures */
export async function ask(chat, words, model, sibling, attachments = []) {
  const wish = `${chat} ${model} ${sibling} ${attachments} ${words}`
  if (last.wish !== wish) last = { wish, key: wishKey() }
  const body = { content: words, model, sibling_of: sibling, ...(attachments.length && { attachments }) }
  const send = () => call('POST', `/conversations/${chat}/messages`, body, { 'Idempotency-Key': last.key })
  const answer = await send().catch((refusal) => (refusal.unheard ? heard(send) : Promise.reject(refusal)))
  last = {}
  return answer
}

/** Sends what nobody knows to have arrived once more; while the server is still busy with the first, it says so and is asked again. */
async function heard(send, attempts = ATTEMPTS) {
  try {
    return await send()
  } catch (refusal) {
    if (refusal.kind !== 'conflict' || attempts === 1) throw refusal
    await new Promise((over) => setTimeout(over, 1000))
    return heard(send, attempts - 1)
  }
}

export const askAgain = (chat, message, model) =>
  call('POST', `/conversations/${chat}/messages/${message}/answers`, { model }, { 'Idempotency-Key': wishKey() })

export const stopAnswer = (chat, answer) => call('POST', `/conversations/${chat}/answers/${answer}/stop`)

export const readChat = (chat) => call('GET', `/conversations/${chat}`)

/** The newest branch through that message is what is shown from now on, on every device. */
export const showBranch = (chat, message) => call('PATCH', `/conversations/${chat}`, { branch_through: message })
