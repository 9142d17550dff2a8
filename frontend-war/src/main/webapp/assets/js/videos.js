// The page of films.
import { FilmCard } from './filmcard.js'
import { films } from './filmstudio.js'
import { takeJob } from './jobs.js'
import { again, openStudio } from './studio.js'

const details = () => import('./jobdetail.js')
const does = { again, taken: takeJob }

/** One job over the page, with an address of its own. */
async function open(id, how) {
  const { openDetail } = await details()
  openDetail(id, does, how)
}

const asked = () => new URLSearchParams(location.search).get('job')

openStudio(films, FilmCard, { details: ({ id }) => open(id, 'push') })
if (asked()) open(asked(), 'keep')
addEventListener('popstate', async () => {
  if (asked()) open(asked(), 'keep')
  else (await details()).closeDetail()
})
