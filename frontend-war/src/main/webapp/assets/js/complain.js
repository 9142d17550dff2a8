// Says what the server refused; everything else is a mistake of ours and goes to the console.
import { Refusal, signInAddress } from './api.js'
import { text } from './texts.js'
import { toast } from './toast.js'

export function complain(refusal) {
  if (!(refusal instanceof Refusal)) throw refusal
  toast(refusal.message, refusal.signedOut && { href: signInAddress(), text: text('sign-in') })
}
