// Which models are shown first: some by a rule that reads prices, dates and abilities and never a name, and those last used.
import { call } from './api.js'
import { findModel } from './models.js'

const MOST = 8
const LAST = 4
const DAY = 86_400_000

const made = (model) => Date.parse(model.created_at ?? 0)
/** Of a usual question and its answer; NaN where nobody knows. */
const cost = ({ prices }) => 3 * Number(prices?.prompt ?? NaN) + Number(prices?.completion ?? NaN)
const takes = (what) => (model) => model.input_modalities?.includes(what)
const newest = (models) => models.reduce((best, model) => (best && made(best) >= made(model) ? best : model), undefined)
const roomiest = (models) => models.reduce((best, model) => ((best?.context_length ?? 0) >= (model.context_length ?? 0) ? best : model), undefined)

/**
 * Up to eight, and up to half of what there is: the model that is offered anyway; then, of those that write text only, are at most a
 * year older than the newest and stay for two weeks at least, the newest of the middle, the cheapest and the dearest quarter by price,
 * the newest free one, the newest that sees, the newest that thinks, the one with the longest context, the newest that hears.
 */
export function suggested(models) {
  const most = Math.min(MOST, Math.ceil(models.length / 2))
  const fresh = lasting(models)
  const byPrice = fresh.filter((model) => cost(model) > 0).sort((one, other) => cost(one) - cost(other))
  const part = (from, to) => newest(byPrice.slice(Math.floor(byPrice.length * from), Math.ceil(byPrice.length * to)))
  const wishes = [
    models.find((model) => model.default),
    part(0.25, 0.75),
    part(0, 0.25),
    part(0.75, 1),
    newest(fresh.filter((model) => cost(model) === 0)),
    newest(fresh.filter(takes('image'))),
    newest(fresh.filter((model) => model.capabilities?.text?.reasoning)),
    roomiest(fresh),
    newest(fresh.filter(takes('audio'))),
  ]
  return [...new Set(wishes.filter(Boolean))].slice(0, most)
}

function lasting(models) {
  const single = models.filter((model) => model.output_modalities?.length === 1)
  const soon = Date.now() + 14 * DAY
  const staying = single.filter((model) => !model.expires_on || Date.parse(model.expires_on) > soon)
  const oldest = Math.max(...staying.map(made)) - 365 * DAY
  return staying.filter((model) => made(model) >= oldest)
}

/** The models of this person's last chats, on whatever device; asked for at each opening, since another tab may have gone on. */
export async function recent() {
  const { items } = await call('GET', '/conversations?limit=50').catch(() => ({ items: [] }))
  const lastFirst = items.sort((one, other) => Date.parse(other.updated_at) - Date.parse(one.updated_at))
  recent.now = [...new Set(lastFirst.map(({ model }) => model))].map(findModel).filter(Boolean).slice(0, LAST)
}
recent.now = []
