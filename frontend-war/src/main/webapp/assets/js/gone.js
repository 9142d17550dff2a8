// A chat whose model is offered no more says so above the composer and goes on with another one.
import { text } from './texts.js'
import { askForModel, chooseNone, whenChosen } from './picker.js'

const note = document.getElementById('gone')

export const modelIsGone = () => !note.hidden

export function sayGone(name) {
  chooseNone()
  note.querySelector('span').textContent = text('model-gone', name)
  note.hidden = false
}

note.querySelector('button').addEventListener('click', () => askForModel())
whenChosen(() => (note.hidden = true))
