// Whether something of an element can be seen now.
export function inSight(element) {
  const { top, bottom, height } = element.getBoundingClientRect()
  return document.visibilityState === 'visible' && height > 0 && bottom > 0 && top < innerHeight
}
