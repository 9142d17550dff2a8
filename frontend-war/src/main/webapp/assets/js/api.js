// The one way from scripts to the server: JSON in, JSON out, every failure a Refusal with a sentence for people.
import { kindOf, problemText } from './problems.js'
import { text } from './texts.js'

export class Refusal extends Error {
  constructor(status, problem) {
    super(problemText(problem))
    this.status = status
    this.kind = kindOf(problem.type)
  }

  get signedOut() {
    return this.status === 401
  }

  /** Whether nobody knows if it was done: the connection broke. */
  get unheard() {
    return this.status === 0
  }

  /** Whether the same may well go through in a moment. */
  get passing() {
    return this.unheard || this.status >= 500
  }
}

const MOST_TRIES = 4
const LONGEST_WAIT = 5

export async function call(method, path, body, headers = {}, tried = 1) {
  const response = await send(method, path, body, headers)
  if (response.ok) return response.status === 204 ? null : response.json()
  const problem = await response.json().catch(() => ({}))
  if (response.status === 401) problem.detail = text('signed-out')
  const refusal = new Refusal(response.status, problem)
  // The sign-in was renewed on the way, and what was sent is known not to have been done.
  if (refusal.kind === 'try-again' && tried === 1) return call(method, path, body, headers, tried + 1)
  if (method === 'GET' && response.status === 429 && tried < MOST_TRIES) {
    await itsTurn(response)
    return call(method, path, body, headers, tried + 1)
  }
  throw refusal
}

/** What only reads comes a little later by itself, as the server says; what somebody did is theirs to do again. */
function itsTurn(response) {
  const seconds = Math.min(LONGEST_WAIT, Number(response.headers.get('Retry-After')) || 1)
  return new Promise((resolve) => setTimeout(resolve, seconds * 1000))
}

/** Marks one paid wish: sent again after a lost answer, it is not done twice. */
export function wishKey() {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

async function send(method, path, body, headers) {
  try {
    return await fetch(`/bff${path}`, {
      method,
      headers: body === undefined ? headers : { 'Content-Type': 'application/json', ...headers },
      body: body === undefined ? undefined : JSON.stringify(body),
    })
  } catch {
    throw new Refusal(0, { type: 'unreachable', detail: text('unreachable') })
  }
}

/** Where signing in leads back to. The draft stays in this browser meanwhile. */
export function signInAddress() {
  return `/signin?next=${encodeURIComponent(location.pathname + location.search)}`
}
