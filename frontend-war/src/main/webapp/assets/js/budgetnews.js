// Says on every page that most of the budget is used, or all of it; once, in the tab that is looked at.
import { date, money } from './format.js'
import { text } from './texts.js'
import { toast } from './toast.js'
import { looked, untold } from './told.js'

export async function tell({ share, budget, spent, renews_at: renews }) {
  await looked()
  if (!untold('budgets', `${share} of ${budget.amount} a ${budget.period} until ${renews}`)) return
  const sentence = share === 100 ? text('budget.all', money(budget.amount)) : text('budget.most', money(spent), money(budget.amount))
  toast(renews ? `${sentence} ${text('budget.renews', date(renews))}` : sentence, { href: '/account#usage', text: text('budget.show') })
}
