// The paid wishes of a chat. A message that is sent again after a lost answer keeps its key, so that it is asked once.
import { call, wishKey } from './api.js'

let last = {}

export const openChat = (model) => call('POST', '/conversations', { model })

export async function ask(chat, words, model) {
  const wish = `${chat} ${model} ${words}`
  if (last.wish !== wish) last = { wish, key: wishKey() }
  const send = () => call('POST', `/conversations/${chat}/messages`, { content: words, model }, { 'Idempotency-Key': last.key })
  const answer = await send().catch((refusal) => (refusal.unheard ? send() : Promise.reject(refusal)))
  last = {}
  return answer
}

export const askAgain = (chat, message, model) =>
  call('POST', `/conversations/${chat}/messages/${message}/answers`, { model }, { 'Idempotency-Key': wishKey() })

export const stopAnswer = (chat, answer) => call('POST', `/conversations/${chat}/answers/${answer}/stop`)

export const readChat = (chat) => call('GET', `/conversations/${chat}`)
