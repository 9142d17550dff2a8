// Sentences that scripts say, taken from the page so that they are in its language.
const sources = [...document.querySelectorAll('.texts')]
const entries = sources.flatMap(({ content }) => [...content.querySelectorAll('data')])
const texts = new Map(entries.map((entry) => [entry.value, entry.textContent]))

export const language = document.documentElement.lang

/** @return whether there is a sentence of that name */
export const known = (key) => texts.has(key)

/** What the server says in English about a job, in the page's language where there is a sentence for it. */
export const said = (sentence) => texts.get(sentence) ?? sentence

export function text(key, ...values) {
  return values.reduce((sentence, value, index) => sentence.replace(`{${index}}`, () => value), texts.get(key))
}
