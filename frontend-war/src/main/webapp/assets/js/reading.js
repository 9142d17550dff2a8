// Reads Markdown within bounds. Some of the reader's rules take the square or the cube of a text's length when it is made for that: what is
// nested or long beyond any use, or takes too long, stays as it was written.
import { Lexer } from '../lib/marked.esm.js'

const DEEPEST = 60
const LONGEST_RUN = 30_000
export const MOST_MILLIS = 1_000

class TooMuch extends Error {}

let deadline = Infinity

function inTime() {
  if (performance.now() > deadline) throw new TooMuch()
  return false
}

/** Asked first at each place of a text; false lets the reader go on. */
export const checks = { space: inTime, escape: inTime }

class Reader extends Lexer {
  #depth = 0

  blockTokens(source, tokens, clipped) {
    if (this.#depth === DEEPEST) throw new TooMuch()
    this.#depth++
    try {
      return super.blockTokens(source, tokens, clipped)
    } finally {
      this.#depth--
    }
  }

  /** Marks inside a paragraph; without them it is still a paragraph. */
  inlineTokens(source, tokens = []) {
    const before = tokens.length
    try {
      if (source.length <= LONGEST_RUN) return super.inlineTokens(source, tokens)
    } catch (failed) {
      if (!(failed instanceof TooMuch)) throw failed
      tokens.length = before
    }
    tokens.push({ type: 'text', raw: source, text: source, escaped: false })
    return tokens
  }
}

/** Throws when the text cannot be read in its bounds. */
export function read(source, options) {
  deadline = performance.now() + MOST_MILLIS
  try {
    return new Reader(options).lex(source)
  } finally {
    deadline = Infinity
  }
}
