// The paid wishes of a chat. A message that is sent again after a lost answer keeps its key, so that it is asked once.
import { call, wishKey } from './api.js'

let last = {}

export const openChat = (model, settings) => call('POST', '/conversations', { model, ...settings })

/** @param sibling an own message of which this is another wording @param attachments ids of pictures */
export async function ask(chat, words, model, sibling, attachments = []) {
  const wish = `${chat} ${model} ${sibling} ${attachments} ${words}`
  if (last.wish !== wish) last = { wish, key: wishKey() }
  const body = { content: words, model, sibling_of: sibling, ...(attachments.length && { attachments }) }
  const send = () => call('POST', `/conversations/${chat}/messages`, body, { 'Idempotency-Key': last.key })
  const answer = await send().catch((refusal) => (refusal.unheard ? send() : Promise.reject(refusal)))
  last = {}
  return answer
}

export const askAgain = (chat, message, model) =>
  call('POST', `/conversations/${chat}/messages/${message}/answers`, { model }, { 'Idempotency-Key': wishKey() })

export const stopAnswer = (chat, answer) => call('POST', `/conversations/${chat}/answers/${answer}/stop`)

export const readChat = (chat) => call('GET', `/conversations/${chat}`)

/** The newest branch through that message is what is shown from now on, on every device. */
export const showBranch = (chat, message) => call('PATCH', `/conversations/${chat}`, { branch_through: message })
