// The tick at the head of a list ticks all its rows; the button beside the act says how many are ticked.
for (const form of document.querySelectorAll('form[data-ticks]')) {
  const all = form.querySelector('[data-tick-all]')
  const boxes = [...form.querySelectorAll('tbody input[type="checkbox"]')]
  const count = form.querySelector('[data-ticked]')

  function show() {
    const ticked = boxes.filter((box) => box.checked).length
    all.checked = ticked > 0 && ticked === boxes.length
    all.indeterminate = ticked > 0 && ticked < boxes.length
    count.textContent = ticked
    count.hidden = !ticked
  }

  all.hidden = false
  all.addEventListener('change', () => {
    for (const box of boxes) box.checked = all.checked
    show()
  })
  form.addEventListener('change', show)
  // A page that the browser brings back keeps its ticks.
  addEventListener('pageshow', show)
  show()
}
