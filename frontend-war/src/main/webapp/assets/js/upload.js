// Sends one picture to the gallery and tells how far it is; only this kind of request can tell that.
import { Refusal } from './api.js'
import { text } from './texts.js'

const SENTENCES = { 413: 'upload.too-large', 415: 'upload.unreadable', 422: 'upload.unreadable' }

/** @param progress told a part of 1 @return the picture as the gallery knows it */
export async function upload(file, progress, again = true) {
  const { status, response } = await send(file, progress)
  if (status === 201) return response
  const refusal = new Refusal(status, response ?? {})
  if (refusal.kind === 'try-again' && again) return upload(file, progress, false)
  if (status === 401) refusal.message = text('signed-out')
  if (SENTENCES[status]) refusal.message = text(SENTENCES[status], file.name)
  throw refusal
}

function send(file, progress) {
  return new Promise((done, failed) => {
    const request = new XMLHttpRequest()
    request.open('POST', '/bff/media')
    request.responseType = 'json'
    request.upload.onprogress = ({ loaded, total }) => progress(loaded / total)
    request.onload = () => done(request)
    request.onerror = () => failed(new Refusal(0, { type: 'unreachable', detail: text('unreachable') }))
    const body = new FormData()
    body.append('file', file)
    request.send(body)
  })
}
