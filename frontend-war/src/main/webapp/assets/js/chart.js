// Bars on a canvas. The library comes only here; a chart takes its colours from its canvas, so that it follows the appearance.
const language = document.documentElement.lang
const dollars = new Intl.NumberFormat(language, { style: 'currency', currency: 'USD', maximumSignificantDigits: 3 })
const short = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', timeZone: 'UTC' })

/** @param iso a day */
export const shortDay = (iso) => short.format(new Date(iso))

let loading

const library = () =>
  (loading ??= new Promise((done, failed) => {
    const script = document.createElement('script')
    script.src = new URL('../lib/chart.umd.min.js', import.meta.url)
    script.onload = done
    script.onerror = failed
    document.head.append(script)
  }))

/**
 * @param canvas in a place that is hidden until there is something to see
 * @param labels of the bars
 * @param series amounts of dollars, {label, data}, on top of one another
 * @param lying whether the bars lie, one below the other, because their labels are long
 */
export async function drawBars(canvas, labels, series, lying = false) {
  await library()
  canvas.parentElement.hidden = false
  const empty = series.every(({ data }) => data.every((amount) => amount === 0))
  const chart = new globalThis.Chart(canvas, { type: 'bar', data: { labels, datasets: series }, options: options(empty, lying) })
  const paint = () => colour(chart, getComputedStyle(canvas))
  paint()
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', paint)
  new MutationObserver(paint).observe(document.documentElement, { attributeFilter: ['data-appearance'] })
}

/** @param empty gives the axis something to count to */
function options(empty, lying) {
  const names = { stacked: true, grid: { display: false }, border: { display: false }, ticks: lying ? { autoSkip: false, callback: shortened } : { maxTicksLimit: 6, maxRotation: 0 } }
  const amounts = {
    stacked: true,
    beginAtZero: true,
    suggestedMax: empty ? 1 : undefined,
    border: { display: false },
    ticks: { maxTicksLimit: 5, callback: (value) => dollars.format(value) },
  }
  return {
    animation: false,
    maintainAspectRatio: false,
    indexAxis: lying ? 'y' : 'x',
    scales: lying ? { x: amounts, y: names } : { x: names, y: amounts },
    plugins: {
      legend: { position: 'bottom', align: 'start', labels: { boxWidth: 12, boxHeight: 12 } },
      tooltip: { callbacks: { label: ({ dataset, parsed }) => `${dataset.label}: ${dollars.format(lying ? parsed.x : parsed.y)}` } },
    },
  }
}

const LONGEST = 26

/** The end of a model's name tells more than its beginning. */
function shortened(value) {
  const label = this.getLabelForValue(value)
  return label.length > LONGEST ? `…${label.slice(1 - LONGEST)}` : label
}

function colour(chart, style) {
  const [first, second] = chart.data.datasets
  Object.assign(first, { backgroundColor: style.color, borderRadius: 3, maxBarThickness: 28 })
  if (second) Object.assign(second, { backgroundColor: style.outlineColor, borderRadius: 3, maxBarThickness: 28 })
  const ink = style.textDecorationColor
  const { x, y } = chart.options.scales
  Object.assign(x.ticks, { color: ink })
  Object.assign(y.ticks, { color: ink })
  const amounts = chart.options.indexAxis === 'y' ? x : y
  Object.assign(amounts.grid, { color: style.borderTopColor })
  Object.assign(chart.options.plugins.legend, { display: chart.data.datasets.length > 1 })
  Object.assign(chart.options.plugins.legend.labels, { color: ink })
  chart.update()
}
