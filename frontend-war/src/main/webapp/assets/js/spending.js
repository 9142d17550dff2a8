// Draws tables of spending as bars: days standing side by side, those without calls too, others lying, the dearest first. The tables stay.
import { drawBars, shortDay } from './chart.js'

const MOST_BARS = 10
const DAY = 86400000

const amounts = ({ dataset }) => [Number(dataset.told), Number(dataset.guessed)]
const rowsOf = (table) => [...table.querySelectorAll('tr[data-key]')]

function days({ from, to }, rows) {
  const known = new Map(rows.map((row) => [row.dataset.key, amounts(row)]))
  const bars = []
  for (let day = Date.parse(from); day <= Date.parse(to); day += DAY) {
    const iso = new Date(day).toISOString().slice(0, 10)
    bars.push([shortDay(iso), known.get(iso) ?? [0, 0]])
  }
  return bars
}

const others = (rows) => rows.slice(0, MOST_BARS).map((row) => [row.querySelector('th').textContent, amounts(row)])

for (const figure of document.querySelectorAll('figure[data-chart]')) {
  const { chart, table, told, guessed } = figure.dataset
  const rows = rowsOf(document.getElementById(table))
  const bars = chart === 'days' ? days(figure.dataset, rows) : others(rows)
  const series = [told, guessed].map((label, number) => ({ label, data: bars.map(([, sums]) => sums[number]) }))
  const shown = series[1].data.some((amount) => amount > 0) ? series : series.slice(0, 1)
  drawBars(figure.querySelector('canvas'), bars.map(([label]) => label), shown, chart !== 'days')
}

// With the chart above it the table need not be open.
for (const beside of document.querySelectorAll('.beside')) {
  beside.open = false
  beside.classList.add('folded')
}
