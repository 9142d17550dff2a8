// Money, counts and days as the reader's language writes them.
import { language, text } from './texts.js'

const count = new Intl.NumberFormat(language)
const short = new Intl.NumberFormat(language, { notation: 'compact', maximumFractionDigits: 1 })
const midnight = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' })
const month = new Intl.DateTimeFormat(language, { month: 'short', year: 'numeric' })

const when = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' })
const exactly = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'medium' })

export const moment = (iso) => when.format(new Date(iso))
/** To the second. */
export const instant = (iso) => exactly.format(new Date(iso))
export const number = (amount) => count.format(amount)

/** The weight of a file. */
export function bytes(size) {
  const [unit, amount] = size < 1e6 ? ['kilobyte', size / 1e3] : size < 1e9 ? ['megabyte', size / 1e6] : ['gigabyte', size / 1e9]
  return new Intl.NumberFormat(language, { style: 'unit', unit, maximumFractionDigits: amount < 10 ? 1 : 0 }).format(amount)
}

export const tokens = (number) => text('tokens', count.format(number))
export const context = (number) => text('context', short.format(number))
/** Of a moment that is midnight in UTC. */
export const date = (iso) => midnight.format(new Date(iso))
export const day = (iso) => month.format(new Date(iso))

/** Of thinking: whole seconds, at least one; both languages write it like this. */
export function duration(ms) {
  const seconds = Math.max(1, Math.round(ms / 1000))
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`
}

/** Of a film, as players write it. */
export function length(seconds) {
  const whole = Math.max(1, Math.round(seconds))
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`
}

const currencies = new Map()

/** Made once for each kind of digits: making one takes longer than using it a hundred times. */
function currency(digits) {
  const kind = JSON.stringify(digits)
  if (!currencies.has(kind)) currencies.set(kind, new Intl.NumberFormat(language, { style: 'currency', currency: 'USD', ...digits }))
  return currencies.get(kind)
}

/** Cents and more with two digits, less with two that matter. */
export function money(dollars) {
  const amount = Number(Number(dollars).toPrecision(6))
  const digits = amount === 0 || amount >= 0.1 ? { minimumFractionDigits: 2, maximumFractionDigits: 2 } : { maximumSignificantDigits: 2 }
  return currency(digits).format(amount)
}

/** What a million tokens cost, in and out. */
export function price(prices) {
  const [into, out] = [prices?.prompt, prices?.completion]
  if (into == null || out == null) return text('price-unknown')
  if (Number(into) === 0 && Number(out) === 0) return text('free')
  return text('price', money(into * 1e6), money(out * 1e6))
}
