// Draws the table of days as bars; the table stays below, closed. The library comes only here.
const language = document.documentElement.lang
const dollars = new Intl.NumberFormat(language, { style: 'currency', currency: 'USD', maximumSignificantDigits: 3 })
const short = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', timeZone: 'UTC' })

const library = () =>
  new Promise((done, failed) => {
    const script = document.createElement('script')
    script.src = new URL('../lib/chart.umd.min.js', import.meta.url)
    script.onload = done
    script.onerror = failed
    document.head.append(script)
  })

export async function drawUsage(place, table) {
  await library()
  place.hidden = false
  table.open = false
  const canvas = place.querySelector('canvas')
  const chart = new globalThis.Chart(canvas, { type: 'bar', data: data(table), options: options(rows(table).every(nothing)) })
  const paint = () => colour(chart, getComputedStyle(canvas))
  paint()
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', paint)
  new MutationObserver(paint).observe(document.documentElement, { attributeFilter: ['data-appearance'] })
}

const rows = (table) => [...table.querySelectorAll('tr[data-day]')]
const nothing = ({ dataset }) => Number(dataset.spent) + Number(dataset.play) === 0

function data(table) {
  const days = rows(table)
  const heads = [...table.querySelectorAll('thead th')].map((head) => head.textContent)
  const series = [{ label: heads[2], data: days.map((row) => Number(row.dataset.spent)) }]
  if (heads[3]) series.push({ label: heads[3], data: days.map((row) => Number(row.dataset.play)) })
  return { labels: days.map((row) => short.format(new Date(row.dataset.day))), datasets: series }
}

/** @param empty gives the axis something to count to */
function options(empty) {
  return {
    animation: false,
    maintainAspectRatio: false,
    scales: {
      x: { stacked: true, grid: { display: false }, ticks: { maxTicksLimit: 6, maxRotation: 0 } },
      y: { stacked: true, beginAtZero: true, suggestedMax: empty ? 1 : undefined, border: { display: false }, ticks: { maxTicksLimit: 5, callback: (value) => dollars.format(value) } },
    },
    plugins: {
      legend: { labels: { boxWidth: 12, boxHeight: 12 } },
      tooltip: { callbacks: { label: ({ dataset, parsed }) => `${dataset.label}: ${dollars.format(parsed.y)}` } },
    },
  }
}

function colour(chart, style) {
  const [first, second] = chart.data.datasets
  Object.assign(first, { backgroundColor: style.color, borderRadius: 3 })
  if (second) Object.assign(second, { backgroundColor: style.outlineColor, borderRadius: 3 })
  const ink = style.textDecorationColor
  Object.assign(chart.options.scales.x.ticks, { color: ink })
  Object.assign(chart.options.scales.y.ticks, { color: ink })
  Object.assign(chart.options.scales.y.grid, { color: style.borderTopColor })
  Object.assign(chart.options.plugins.legend, { display: chart.data.datasets.length > 1 })
  Object.assign(chart.options.plugins.legend.labels, { color: ink })
  chart.update()
}
