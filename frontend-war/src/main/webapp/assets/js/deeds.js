// What can be done with the picture in the viewer and changes it: star, copy its words, delete, bring back.
import { call } from './api.js'
import { complain } from './complain.js'
import { text } from './texts.js'
import { toast } from './toast.js'
import { working } from './working.js'

/** Each gets the picture and {button, at, acts, changed}. */
export const deeds = {
  star: (item, { button, acts, changed }) =>
    working(button, async () => {
      const starred = await call('PATCH', `/gallery/${item.id}`, { starred: !item.starred })
      acts.changed(starred)
      changed(starred)
    }),
  copy: async (item) => {
    try {
      await navigator.clipboard.writeText(item.prompt)
      toast(text('copied'))
    } catch {
      toast(text('copy-failed'))
    }
  },
  delete: (item, { button, at, acts, changed }) =>
    working(button, async () => {
      await call('DELETE', `/gallery/${item.id}`)
      acts.removed(item)
      changed(null, at)
      const undo = () => call('POST', `/gallery/${item.id}/restore`).then(() => acts.restored(item), complain)
      toast(text('gallery.deleted-one'), { text: text('undo'), act: undo })
    }),
  restore: (item, { button, at, acts, changed }) =>
    working(button, async () => {
      await call('POST', `/gallery/${item.id}/restore`)
      acts.removed(item)
      changed(null, at)
      toast(text('gallery.restored-one'))
    }),
}
