// Lighthouse over every page, with content and signed in where the page asks for it: median of three, and what keeps a page from 100.
// node bench/lighthouse.mjs ‹folder with node_modules› ‹setup link› ‹e-mail› ‹password› prints Markdown.
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const [modules, setupLink, email, password] = process.argv.slice(2)
const library = (path) => import(pathToFileURL(join(modules, 'node_modules', path)))
const { default: lighthouse } = await library('lighthouse/core/index.js')
const { launch } = await library('chrome-launcher/dist/index.js')
const { default: puppeteer } = await library('puppeteer-core/lib/esm/puppeteer/puppeteer-core.js')

const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo']
const RUNS = 3
const site = new URL(setupLink).origin
const chrome = await launch({
  chromePath: process.env.CHROMIUM || '/usr/bin/chromium',
  chromeFlags: ['--headless=new', '--no-sandbox', '--disable-dev-shm-usage', '--disable-background-networking', '--disable-component-update', '--no-first-run'],
})
const browser = await puppeteer.connect({ browserURL: `http://localhost:${chrome.port}`, defaultViewport: null })

const middle = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)]

async function measure(name, path) {
  const scores = CATEGORIES.map(() => [])
  const lost = new Map()
  for (let run = 0, broken = 0; run < RUNS; run++) {
    const { lhr } = await lighthouse(site + path, { port: chrome.port, output: 'json', logLevel: 'silent', onlyCategories: CATEGORIES })
    if (new URL(lhr.finalDisplayedUrl).pathname !== new URL(site + path).pathname) lost.set(`led to ${lhr.finalDisplayedUrl}`, '')
    // Its own recording breaks where processors are busy (NO_NAVSTART), and half of the scores are 0 then: that says nothing of the page.
    if (lhr.runtimeError && broken++ < RUNS) {
      process.stderr.write(`${name}: ${lhr.runtimeError.code}, once more\n`)
      run--
      continue
    }
    CATEGORIES.forEach((category, at) => {
      const { score, auditRefs } = lhr.categories[category]
      scores[at].push(Math.round((score ?? 0) * 100))
      for (const { id, weight } of auditRefs) {
        const { score: own, scoreDisplayMode, displayValue, details, errorMessage } = lhr.audits[id]
        if (errorMessage) lost.set('errors', lhr.runtimeError?.code ?? errorMessage)
        else if (weight && own !== null && own < 1 && scoreDisplayMode !== 'notApplicable') lost.set(id, displayValue ?? details?.items?.[0]?.node?.selector ?? '')
      }
    })
    process.stderr.write(`${name} ${run + 1}: ${scores.map((all) => all.at(-1)).join(' ')}\n`)
  }
  const medians = scores.map(middle)
  const why = medians.every((score) => score === 100) ? '' : [...lost].map(([id, value]) => `${id} ${value}`.trim()).join(', ')
  console.log(`| ${name} | ${medians.join(' | ')} | ${why} |`)
}

/** As the person would: the first administrator, who then has a chat with code and a picture. */
async function settleIn() {
  const page = await browser.newPage()
  await page.goto(setupLink)
  await page.type('#email', email)
  await page.type('#password', password)
  await Promise.all([page.waitForNavigation(), page.click('form [type=submit]')])
  const chat = await page.evaluate(async () => {
    const ask = async (method, path, body) => {
      const headers = { 'Content-Type': 'application/json', Prefer: 'wait=60' }
      const answer = await fetch(`/bff${path}`, { method, headers, body: body && JSON.stringify(body) })
      if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
      return answer.json()
    }
    const { id } = await ask('POST', '/conversations', {})
    const { answer_id: answer } = await ask('POST', `/conversations/${id}/messages`, { content: 'Show me code, a table and a formula' })
    await (await fetch(`/bff/conversations/${id}/answers/${answer}/events`)).text()
    await ask('POST', '/generate/image', { prompt: 'A heron at dawn by a lake' })
    return id
  })
  await page.close()
  return chat
}

async function leave() {
  const page = await browser.newPage()
  await page.goto(`${site}/signin`)
  await page.deleteCookie(...(await page.cookies()))
  await page.close()
}

try {
  console.log(`\n### Lighthouse ${(await browser.version()).replace('Headless', '')}, phone on a slow network as it comes, median of ${RUNS}\n`)
  console.log('| page | performance | accessibility | best practices | SEO | what is missing |')
  console.log('| --- | --- | --- | --- | --- | --- |')
  await measure('/setup', new URL(setupLink).pathname + new URL(setupLink).search)
  const chat = await settleIn()
  for (const path of ['/', '/chat', '/images', '/videos', '/gallery', '/account']) await measure(path, path)
  for (const page of ['', '/users', '/models', '/jobs', '/usage', '/audit', '/status', '/backups']) await measure(`/admin${page}`, `/admin${page}`)
  await measure('/chat with an answer', `/chat?c=${chat}`)
  await leave()
  for (const path of ['/signin', '/register', '/forgot', '/waiting']) await measure(path, path)
} finally {
  await browser.disconnect()
  await chrome.kill()
}
