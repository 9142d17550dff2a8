// Colours for code. Of Prism only the core and what the language at hand needs is loaded.
import { fill } from './html.js'
import { languageOf } from './languages.js'

const COLOURED_UP_TO = 60000
const loading = new Map()

// Otherwise it would look for code on the page by itself.
globalThis.Prism = { manual: true }

function load(file) {
  if (!loading.has(file)) loading.set(file, insert(file))
  return loading.get(file)
}

/** In the order of their insertion, because some change what others have said. */
function insert(file) {
  return new Promise((done) => {
    const script = document.createElement('script')
    script.src = new URL(`../lib/prism-${file}.min.js`, import.meta.url)
    script.async = false
    script.onload = done
    // Not coloured is readable, too; the next block tries again.
    script.onerror = () => done(loading.delete(file))
    document.head.append(script)
  })
}

async function grammarFor({ grammar, files }) {
  await Promise.all(['core', ...files].map(load))
  return globalThis.Prism.languages?.[grammar]
}

/** So that what the code calls its parts is none of our own classes. */
function prefix(token) {
  token.classes = token.classes.map((name) => `c-${name}`)
}

/** Colours a piece of code that shows this source at this moment. */
export async function colour(code, source, name) {
  const language = languageOf(name)
  if (!language || source.length > COLOURED_UP_TO) return
  const grammar = await grammarFor(language)
  if (!grammar || code.textContent !== source) return
  if (!globalThis.Prism.hooks.all.wrap?.includes(prefix)) globalThis.Prism.hooks.add('wrap', prefix)
  fill(code, globalThis.Prism.highlight(source, grammar, language.grammar))
}
