// A button whose work is still going on takes no second click; it stays focused meanwhile.
import { complain } from './complain.js'

export async function working(button, work) {
  if (button.getAttribute('aria-disabled') === 'true') return
  button.setAttribute('aria-disabled', 'true')
  try {
    await work()
  } catch (refusal) {
    complain(refusal)
  } finally {
    button.removeAttribute('aria-disabled')
  }
}
