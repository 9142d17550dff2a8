// What a problem document says, in the reader's language where we know its kind.
import { date, money } from './format.js'
import { known, text } from './texts.js'

export const kindOf = (type) => (type ?? '').split('/').pop()

export function problemText(problem) {
  const kind = kindOf(problem.type)
  if (kind === 'budget-exhausted') return budgetText(problem)
  return known(`problem.${kind}`) ? text(`problem.${kind}`) : (problem.detail ?? problem.title ?? text('unreachable'))
}

function budgetText({ budget, left, renews_at: renewsAt, contact }) {
  const sentences = [
    left == null ? text('budget.unknown-price') : text('budget.too-little', money(left), money(budget.amount)),
    renewsAt && text('budget.renews', date(renewsAt)),
    contact ? text('budget.ask', contact) : text('budget.ask-administrator'),
  ]
  return sentences.filter(Boolean).join(' ')
}
