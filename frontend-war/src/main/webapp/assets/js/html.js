// The one place where foreign text becomes HTML. Everything goes through DOMPurify with a short list of what may stay;
// a test fails when another script writes HTML into a page.
import '../lib/purify.min.js'

const purify = globalThis.DOMPurify
const PICTURE = /^data:image\/(?:png|jpeg|gif|webp|avif);base64,/i
const OURS = /^(?:language-[\w+#.-]+|c-[\w-]+|math|display)$/
const TEXT = {
  ALLOWED_TAGS: [
    'p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'li', 'blockquote', 'pre', 'code', 'em', 'strong', 'del', 'a', 'br', 'hr',
    'table', 'thead', 'tbody', 'tr', 'th', 'td', 'img', 'span', '#text',
  ],
  ALLOWED_ATTR: ['href', 'title', 'class', 'align', 'start', 'src', 'alt'],
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
  ALLOWED_URI_REGEXP: /^(?:https?:|mailto:|data:image\/)/i,
  ADD_URI_SAFE_ATTR: ['align', 'start'],
  RETURN_DOM_FRAGMENT: true,
}
const MATH = { USE_PROFILES: { mathMl: true }, FORBID_TAGS: ['mglyph', 'annotation-xml'], ALLOW_DATA_ATTR: false, RETURN_DOM_FRAGMENT: true }

purify.addHook('uponSanitizeAttribute', (node, attribute) => {
  if (attribute.attrName !== 'class') return
  attribute.attrValue = attribute.attrValue.split(/\s+/).filter((word) => OURS.test(word)).join(' ')
})

purify.addHook('afterSanitizeAttributes', (node) => {
  if (node.nodeName === 'IMG' && !PICTURE.test(node.getAttribute('src') ?? '')) node.remove()
  if (node.nodeName !== 'A' || !node.hasAttribute('href')) return
  if (!URL.canParse(node.href)) return node.removeAttribute('href')
  node.setAttribute('target', '_blank')
  node.setAttribute('rel', 'noopener noreferrer')
})

const NAMES_A_PLACE = /^\s*(?:https?:\/\/|www\.|[\w.-]+\.(?:com|net|org|eu|de|at|ch|uk|example|[a-z]{2,}\/))/i

/** Says where a link leads: at the pointer always, and beside it when its words name another place. */
function beHonest(link) {
  const target = new URL(link.href)
  link.title = target.href
  if (target.protocol === 'mailto:' || !NAMES_A_PLACE.test(link.textContent)) return
  const words = link.textContent.trim()
  const address = /^https?:/i.test(words) ? words : `https://${words}`
  const same = URL.canParse(address) && new URL(address).host === target.host
  if (!same || target.username) link.append(` (${target.host})`)
}

export function fill(element, html) {
  const clean = purify.sanitize(html, TEXT)
  clean.querySelectorAll('a[href]').forEach(beHonest)
  element.replaceChildren(clean)
}

export function fillMath(element, mathml) {
  element.replaceChildren(purify.sanitize(mathml.replace(/<annotation[\s\S]*?<\/annotation>/g, ''), MATH))
}
