// Sentences that scripts say, taken from the page so that they are in its language.
const source = document.getElementById('texts')
const texts = new Map([...source.content.querySelectorAll('data')].map((entry) => [entry.value, entry.textContent]))

export const language = document.documentElement.lang

/** @return whether there is a sentence of that name */
export const known = (key) => texts.has(key)

export function text(key, ...values) {
  return values.reduce((sentence, value, index) => sentence.replace(`{${index}}`, () => value), texts.get(key))
}
