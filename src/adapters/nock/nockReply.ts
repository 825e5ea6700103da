import { Readable } from 'node:stream'
import type { WebReply } from '../../webExchange'
import type { NockReply, NockRequest } from './nockShapes'

/** Answers that say how long their body is, though they have none. */
const bodiless = [204, 304]

/**
 * An answer as nock takes it.
 *
 * @param request the request that it is for, before version 15
 */
export function nockReply(reply: WebReply, method: string, request: NockRequest | undefined): NockReply {
  const { status, headers, cookies, body } = reply
  const fields = Object.entries(headers).flat()
  for (const cookie of cookies) fields.push('set-cookie', cookie)
  if (!ArrayBuffer.isView(body)) return [status, bodyStream(body, request), fields]
  if (!('content-length' in headers) && !bodiless.includes(status)) fields.push('content-length', String(body.byteLength))
  return [status, method === 'HEAD' ? Buffer.alloc(0) : Buffer.from(body), fields]
}

/**
 * A body in pieces. If it breaks off, nock before 15 only passes on the error, which kills a process that does not listen for it:
 * Node destroys the response, and so does this.
 */
function bodyStream(pieces: AsyncIterable<Uint8Array>, request: NockRequest | undefined): Readable {
  const iterator = pieces[Symbol.asyncIterator]()
  const stream = new Readable({
    read() {
      iterator.next().then(
        ({ done, value }) => void stream.push(done ? null : value),
        (error: Error) => void (request?.res ?? stream).destroy(error),
      )
    },
    destroy(error, callback) {
      iterator.return?.().catch(() => {})
      callback(error)
    },
  })
  return stream
}
