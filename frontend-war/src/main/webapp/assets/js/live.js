// Live news for this page: through the worker that all tabs share, or by an own connection where there is none.
import { follow } from './events.js'

const STATES = ['open', 'lost', 'reset']
const hearers = []
let state = null

/** @param hear gets what comes from now on, and whether there is a connection */
export function listen(hear) {
  if (!hearers.length) connect()
  hearers.push(hear)
  if (state) hear({ kind: state === 'lost' ? 'lost' : 'open' })
}

function tell(news) {
  if (STATES.includes(news.kind)) state = news.kind
  for (const hear of hearers) hear(news)
}

function connect() {
  if (!globalThis.SharedWorker) return follow(tell)
  const address = new URL('./live-worker.js', import.meta.url)
  const worker = new SharedWorker(address, { type: 'module', name: document.body.dataset.visitor })
  worker.port.onmessage = ({ data }) => tell(data)
  addEventListener('pagehide', () => worker.port.postMessage('leave'))
}
