// The ways in for pictures: a button that asks for files, pasting, and dropping them anywhere on the page.
const isPicture = ({ type }) => type.startsWith('image/')

export function takeIn({ zone, button, input, take }) {
  takeFiles({ button, input, take })
  takeDrops({ zone, take })
}

export function takeFiles({ button, input, take }) {
  button.addEventListener('click', () => input.click())
  input.addEventListener('change', () => {
    if (input.files.length) take([...input.files])
    input.value = ''
  })
}

/** @param zone where pasting counts and which shows that it takes what hangs over the page @param take gets the files */
export function takeDrops({ zone, take }) {
  const offer = (files) => files.length && take(files)
  zone.addEventListener('paste', (event) => {
    const files = [...event.clipboardData.files].filter(isPicture)
    if (!files.length) return
    event.preventDefault()
    offer(files)
  })
  drop(zone, offer)
}

function drop(zone, offer) {
  // A picture of this page that is dragged looks like a file, too.
  let inside = false
  const carriesFiles = ({ dataTransfer }) => !inside && dataTransfer?.types.includes('Files')
  addEventListener('dragstart', () => (inside = true))
  addEventListener('dragend', () => (inside = false))
  addEventListener('dragover', (event) => {
    if (!carriesFiles(event)) return
    event.preventDefault()
    zone.classList.add('dropping')
  })
  addEventListener('dragleave', ({ relatedTarget }) => relatedTarget ?? zone.classList.remove('dropping'))
  addEventListener('drop', (event) => {
    if (!carriesFiles(event)) return
    event.preventDefault()
    zone.classList.remove('dropping')
    offer([...event.dataTransfer.files].filter(isPicture))
  })
}
