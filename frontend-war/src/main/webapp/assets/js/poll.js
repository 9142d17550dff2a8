// Looking again every few seconds while it is needed. The next look makes up for one that failed, and nobody is told;
// who has to sign in is told once.
import { complain } from './complain.js'

export function poll(needed, look) {
  const timer = setInterval(() => needed() && look().catch(missed), 3000)

  function missed(refusal) {
    if (refusal.passing) return
    if (refusal.signedOut) clearInterval(timer)
    complain(refusal)
  }
}
