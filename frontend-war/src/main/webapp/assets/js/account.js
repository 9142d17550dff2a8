// The account page is complete without this; with it times are the reader's own, and the table of usage is a chart first.
import { drawUsage } from './usage.js'

const moment = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: 'medium', timeStyle: 'short' })

for (const time of document.querySelectorAll('.places time')) time.textContent = moment.format(new Date(time.dateTime))

drawUsage(document.getElementById('usage-chart'), document.getElementById('usage-table'))
