// Shared by all tabs of one person: holds their one connection and passes on what comes.
import { follow } from './events.js'

const STATES = { open: 'open', reset: 'open', lost: 'lost' }
const tabs = new Set()
let state = null

follow((news) => {
  if (STATES[news.kind]) state = STATES[news.kind]
  for (const tab of tabs) tab.postMessage(news)
})

function welcome(tab) {
  tabs.add(tab)
  tab.onmessage = () => tabs.delete(tab)
  if (state) tab.postMessage({ kind: state })
}

self.addEventListener('connect', ({ ports: [tab] }) => welcome(tab))
