// The stream of one person's events. It resumes by itself; after a longer loss it says that something may be missing.
export function follow(tell) {
  let pause = 1000

  function connect(missed) {
    const source = new EventSource('/bff/events')
    let resumable = false
    // The first event says where the stream begins; an open connection alone could not be resumed from anywhere.
    source.addEventListener('ready', () => {
      resumable = true
      pause = 1000
      tell({ kind: missed ? 'reset' : 'open' })
      missed = false
    })
    source.addEventListener('answer', ({ data }) => tell({ kind: 'answer', answer: JSON.parse(data) }))
    source.addEventListener('job', ({ data }) => tell({ kind: 'job', job: JSON.parse(data) }))
    source.addEventListener('budget', ({ data }) => tell({ kind: 'budget', budget: JSON.parse(data) }))
    source.addEventListener('reset', () => tell({ kind: 'reset' }))
    source.onerror = () => {
      // What happened before the first connection may be missing, too.
      missed ||= !resumable
      tell({ kind: 'lost' })
      if (source.readyState !== EventSource.CLOSED) return
      setTimeout(() => connect(true), pause)
      pause = Math.min(pause * 2, 30000)
    }
  }

  connect(false)
}
