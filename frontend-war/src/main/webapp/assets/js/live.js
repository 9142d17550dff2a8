// Live news for this page: through the worker that all tabs share, or by an own connection where there is none.
import { follow } from './events.js'

export function listen(hear) {
  if (!globalThis.SharedWorker) return follow(hear)
  const address = new URL('./live-worker.js', import.meta.url)
  const worker = new SharedWorker(address, { type: 'module', name: document.body.dataset.visitor })
  worker.port.onmessage = ({ data }) => hear(data)
  addEventListener('pagehide', () => worker.port.postMessage('leave'))
}
