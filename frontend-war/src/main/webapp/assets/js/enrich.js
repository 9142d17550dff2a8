// What makes a rendered block pleasant: colours and a copy button for code, MathML for TeX, wide tables that scroll.
// The two large libraries come only when a block needs them.
import { fill, fillMath } from './html.js'
import { text } from './texts.js'

const COLOURED_UP_TO = 60000
const frame = document.getElementById('code-frame')
const once = (load) => {
  let loading
  return () => (loading ??= load().catch(() => (loading = null)))
}

const colours = once(
  () =>
    new Promise((done, failed) => {
      const script = document.createElement('script')
      script.src = new URL('../lib/highlight.min.js', import.meta.url)
      script.onload = done
      script.onerror = failed
      document.head.append(script)
    }),
)
const tex = once(() => import('../lib/katex.min.js'))

/** Draws a code block in place, so that it neither flickers nor loses the focus while it grows. */
export function drawCode(block, token) {
  if (!block.querySelector('.code')) {
    block.replaceChildren(frame.content.cloneNode(true))
    const pre = document.createElement('pre')
    pre.tabIndex = 0
    pre.append(document.createElement('code'))
    block.firstElementChild.append(pre)
  }
  const language = (token.lang ?? '').trim().split(/\s+/)[0].toLowerCase()
  const code = block.querySelector('code')
  block.querySelector('.language').textContent = language || text('code')
  block.querySelector('pre').setAttribute('aria-label', language || text('code'))
  colour(code, token.text, language)
  if (language && !globalThis.hljs) colours().then(() => colour(code, token.text, language))
}

function colour(code, source, language) {
  const known = globalThis.hljs?.getLanguage(language) && source.length < COLOURED_UP_TO
  if (known) fill(code, globalThis.hljs.highlight(source, { language, ignoreIllegals: true }).value)
  else code.textContent = source
}

export function enrich(block) {
  for (const table of block.querySelectorAll('table')) widen(table)
  const formulas = block.querySelectorAll('.math')
  if (formulas.length) tex().then(() => formulas.forEach(typeset))
}

function widen(table) {
  const wide = document.createElement('div')
  wide.className = 'wide'
  wide.tabIndex = 0
  wide.setAttribute('role', 'group')
  wide.setAttribute('aria-label', text('table'))
  table.replaceWith(wide)
  wide.append(table)
}

function typeset(formula) {
  if (!globalThis.katex || formula.querySelector('math')) return
  const displayMode = formula.classList.contains('display')
  fillMath(formula, globalThis.katex.renderToString(formula.textContent, { output: 'mathml', displayMode, throwOnError: false, trust: false }))
}
