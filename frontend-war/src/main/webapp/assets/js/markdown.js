// Markdown to blocks and HTML: raw HTML stays visible text, remote pictures become links, TeX becomes a place for math.
import { Marked } from '../lib/marked.esm.js'
import { checks, read } from './reading.js'
import { text } from './texts.js'

const escapes = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escape = (foreign) => foreign.replace(/[&<>"']/g, (sign) => escapes[sign])
const link = (href, words) => `<a href="${escape(href)}">${words}</a>`

function math(name, level, start, patterns) {
  return {
    name,
    level,
    start: (source) => source.match(start)?.index,
    tokenizer(source) {
      const found = patterns.map((pattern) => pattern.exec(source)).find(Boolean)
      return found && { type: name, raw: found[0], tex: found[1].trim() }
    },
    renderer: ({ tex, raw }) => {
      const wide = level === 'block' || raw.startsWith('$$')
      return `<span class="math${wide ? ' display' : ''}">${escape(tex)}</span>`
    },
  }
}

const marked = new Marked({
  gfm: true,
  tokenizer: checks,
  extensions: [
    math('mathBlock', 'block', /\$\$|\\\[/, [/^\$\$([\s\S]+?)\$\$[ \t]*(?:\n|$)/, /^\\\[([\s\S]+?)\\\][ \t]*(?:\n|$)/]),
    math('mathInline', 'inline', /\$|\\\(/, [
      /^\$\$([^$\n]+?)\$\$/,
      /^\$(?!\s)((?:\\.|[^\\$\n])+?)(?<!\s)\$(?!\d)/,
      /^\\\(([\s\S]+?)\\\)/,
    ]),
  ],
  renderer: {
    html: ({ raw }) => escape(raw),
    image: ({ href, text: alt }) =>
      href.startsWith('data:image/')
        ? `<img src="${escape(href)}" alt="${escape(alt)}">`
        : link(href, escape(alt ? `${text('picture')}: ${alt}` : href)),
    checkbox: ({ checked }) => (checked ? '☑ ' : '☐ '),
  },
})

/** Nobody nests so deep that it cannot be read but to break the page: it is shown as it was written. */
const UNREADABLE = 'unreadable'

export const asWritten = (source) => [{ type: UNREADABLE, raw: source }]

/** The blocks of an answer in their order; all but the last stay as they are while it grows. */
export function blocks(source) {
  try {
    return read(source, marked.defaults).filter((token) => token.type !== 'space' && token.type !== 'def')
  } catch {
    return asWritten(source)
  }
}

export function html(block) {
  try {
    if (block.type !== UNREADABLE) return marked.parser([block])
  } catch {
    // The same holds for what can be read and not be written.
  }
  return `<p>${escape(block.raw)}</p>`
}
