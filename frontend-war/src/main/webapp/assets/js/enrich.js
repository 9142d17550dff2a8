// What makes a rendered block pleasant: colours and a copy button for code, MathML for TeX, wide tables that scroll.
// The libraries for that come only when a block needs them.
import { fillMath } from './html.js'
import { text } from './texts.js'

/** Longer ones stay TeX: each letter becomes an element. */
const LONGEST_FORMULA = 5_000
/** Nothing that leads away, and nothing larger than twenty letters are wide. */
const TEX = { output: 'mathml', throwOnError: false, trust: false, maxSize: 20 }

const frame = document.getElementById('code-frame')
const once = (load) => {
  let loading
  return () => (loading ??= load().catch(() => (loading = null)))
}

const colours = once(() => import('./colours.js'))
const tex = once(() => import('../lib/katex.min.js'))

/** Draws a code block in place, so that it neither flickers nor loses the focus while it grows. */
export function drawCode(block, token) {
  if (!block.querySelector('.code')) block.replaceChildren(framed())
  show(block.firstElementChild, token.text, (token.lang ?? '').trim().split(/\s+/)[0])
}

function framed() {
  const figure = frame.content.firstElementChild.cloneNode(true)
  const pre = document.createElement('pre')
  pre.tabIndex = 0
  pre.setAttribute('role', 'group')
  pre.append(document.createElement('code'))
  figure.append(pre)
  return figure
}

function show(figure, source, name) {
  const language = name.toLowerCase()
  const code = figure.querySelector('code')
  figure.querySelector('.language').textContent = language || text('code')
  figure.querySelector('pre').setAttribute('aria-label', language || text('code'))
  code.textContent = source
  if (language) colours().then((library) => library?.colour(code, source, language))
}

export function enrich(block) {
  for (const table of block.querySelectorAll('table')) widen(table)
  for (const pre of block.querySelectorAll('pre')) frameNested(pre)
  const formulas = block.querySelectorAll('.math')
  if (formulas.length) tex().then(() => formulas.forEach(typeset))
}

/** A code block inside a list or a quote. */
function frameNested(pre) {
  const figure = framed()
  const name = /language-(\S+)/.exec(pre.firstElementChild?.className)?.[1] ?? ''
  pre.replaceWith(figure)
  show(figure, pre.textContent.replace(/\n$/, ''), name)
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
  if (!globalThis.katex || formula.querySelector('math') || formula.textContent.length > LONGEST_FORMULA) return
  const displayMode = formula.classList.contains('display')
  fillMath(formula, globalThis.katex.renderToString(formula.textContent, { ...TEX, displayMode }))
}
