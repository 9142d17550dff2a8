// The page of pictures.
import { complain } from './complain.js'
import { images } from './imagestudio.js'
import { reloadJobs, shownMedia, updateMedia } from './jobs.js'
import { PictureCard } from './picturecard.js'
import { again, bring, openStudio } from './studio.js'

async function view(id) {
  const { openViewer } = await import('./viewer.js')
  openViewer(shownMedia, id, {
    again: (item) => again(item).catch(complain),
    refer: bring,
    changed: (item) => updateMedia(item),
    removed: (item) => updateMedia(item, true),
    restored: reloadJobs,
  })
}

openStudio(images, PictureCard, { view })
