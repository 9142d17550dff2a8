// The account page is complete without this; with it times are the reader's own, and the table of usage is a chart first.
import { text } from './texts.js'
import { toast } from './toast.js'
import { drawUsage } from './usage.js'

const moment = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: 'medium', timeStyle: 'short' })

for (const time of document.querySelectorAll('.places time')) time.textContent = moment.format(new Date(time.dateTime))

drawUsage(document.getElementById('usage-chart'), document.getElementById('usage-table'))

const secret = document.getElementById('secret')
if (secret) {
  const copy = document.getElementById('copy-secret')
  copy.hidden = false
  secret.addEventListener('focus', () => secret.select())
  copy.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(secret.value)
      toast(text('copied'))
    } catch {
      secret.focus()
      toast(text('copy-failed'))
    }
  })
}
