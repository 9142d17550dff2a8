// Sentences that scripts say, taken from the page so that they are in its language.
const source = document.getElementById('texts')
const texts = new Map([...source.content.querySelectorAll('data')].map((entry) => [entry.value, entry.textContent]))

export const language = document.documentElement.lang

/** What a problem document says, in the reader's language where we know its kind. */
export const problemText = ({ type, detail, title }) => texts.get(`problem.${kindOf(type)}`) ?? detail ?? title ?? text('unreachable')

export const kindOf = (type) => (type ?? '').split('/').pop()

export function text(key, ...values) {
  return values.reduce((sentence, value, index) => sentence.replace(`{${index}}`, () => value), texts.get(key))
}
