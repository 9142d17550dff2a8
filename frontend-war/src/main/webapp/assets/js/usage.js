// Draws the table of days as bars; the table stays below, closed.
import { drawBars, shortDay } from './chart.js'

export function drawUsage(place, table) {
  const days = [...table.querySelectorAll('tr[data-day]')]
  const heads = [...table.querySelectorAll('thead th')].map((head) => head.textContent)
  const series = [{ label: heads[2], data: days.map((row) => Number(row.dataset.spent)) }]
  if (heads[3]) series.push({ label: heads[3], data: days.map((row) => Number(row.dataset.play)) })
  table.open = false
  return drawBars(place.querySelector('canvas'), days.map((row) => shortDay(row.dataset.day)), series)
}
