import { STATUS_CODES } from 'node:http'
import { Duplex } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import type { WebReply } from '../../webExchange'
import type { Hop } from './redirect'

export interface ResponseContext extends Pick<Hop, 'url' | 'method'> {
  readonly signal: AbortSignal
  readonly wasRedirected: boolean
}

/** Statuses whose answers have no body, whatever the function gives. */
const bodiless = [204, 205, 304]

/** An answer as fetch gives it: decompressed, with the address that it came from. */
export function toResponse(reply: WebReply, { url, method, signal, wasRedirected }: ResponseContext): Response {
  const { status, cookies } = reply
  const headers = new Headers(Object.entries(reply.headers))
  for (const cookie of cookies) headers.append('set-cookie', cookie)
  const bytes = ArrayBuffer.isView(reply.body) ? reply.body : undefined
  if (bytes !== undefined && !headers.has('content-length')) headers.set('content-length', String(bytes.byteLength))
  const hasBody = method !== 'HEAD' && !bodiless.includes(status)
  if (!hasBody) leave(reply.body)
  const body = hasBody ? decompressed(reply, signal) : null
  const statusText = STATUS_CODES[status] ?? ''
  return located(new Response(body, { status, statusText, headers }), url, wasRedirected)
}

/** Nobody reads this body: a function that streams need not wait for that. */
function leave(body: WebReply['body']): void {
  if (!ArrayBuffer.isView(body)) void body[Symbol.asyncIterator]().return?.()
}

/** A Response that a program makes has no address; its clones shall have the same. */
function located(response: Response, url: URL, wasRedirected: boolean): Response {
  const { href } = url
  return Object.defineProperties(response, {
    url: { value: href.slice(0, href.length - url.hash.length), configurable: true },
    redirected: { value: wasRedirected, configurable: true },
    clone: {
      value: () => located(Reflect.apply(Response.prototype.clone, response, []), url, wasRedirected),
      configurable: true,
      writable: true,
    },
  })
}

const decompressors: Readonly<Record<string, () => Duplex>> = {
  br: createBrotliDecompress,
  deflate: createInflate,
  gzip: createGunzip,
  'x-gzip': createGunzip,
}

function decompressed({ headers, body }: WebReply, signal: AbortSignal): Uint8Array<ArrayBuffer> | ReadableStream {
  const coding = headers['content-encoding']?.trim().toLowerCase() ?? ''
  const decompress = Object.hasOwn(decompressors, coding) ? decompressors[coding] : undefined
  if (ArrayBuffer.isView(body) && decompress === undefined) return new Uint8Array(body)
  const stream = readable(ArrayBuffer.isView(body) ? [body] : body, signal)
  return decompress === undefined ? stream : stream.pipeThrough(Duplex.toWeb(decompress()) as TransformStream)
}

/** A body in pieces, as a socket delivers it: an abort breaks it off at once, and so does the double. */
function readable(pieces: Iterable<Uint8Array> | AsyncIterable<Uint8Array>, signal: AbortSignal): ReadableStream<Uint8Array> {
  const iterator = Symbol.asyncIterator in pieces ? pieces[Symbol.asyncIterator]() : pieces[Symbol.iterator]()
  let stopListening = () => {}
  const stop = () => {
    stopListening()
    // Not waited for: pieces that never come must not hold up the reader.
    void Promise.resolve(iterator.return?.()).catch(() => {})
  }
  return new ReadableStream<Uint8Array>({
    start(controller) {
      const giveUp = () => {
        stop()
        controller.error(signal.reason)
      }
      signal.addEventListener('abort', giveUp, { once: true })
      stopListening = () => signal.removeEventListener('abort', giveUp)
    },
    async pull(controller) {
      try {
        const { done, value } = await iterator.next()
        if (signal.aborted) return
        if (!done) return controller.enqueue(new Uint8Array(value))
        controller.close()
      } catch (error) {
        // As Node's fetch says it.
        controller.error(new TypeError('terminated', { cause: error }))
      }
      stopListening()
    },
    cancel: stop,
  })
}
