// Where one was in the gallery, kept with the entry of the browser's history, so that Back and a reload return there.
let waiting

/** @param place {count, top}, whenever asked */
export function keepPlace(scroller, place) {
  const keep = () => history.replaceState({ ...history.state, ...place() }, '')
  scroller.addEventListener('scroll', () => {
    clearTimeout(waiting)
    waiting = setTimeout(keep, 150)
  }, { passive: true })
}
