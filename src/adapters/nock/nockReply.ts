import { Readable } from 'node:stream'
import type { WebReply } from '../../webExchange'
import type { NockReply } from './nockShapes'

/** Answers that say how long their body is, though they have none. */
const bodiless = [204, 304]

/** An answer as nock takes it. */
export function nockReply({ status, headers, cookies, body }: WebReply, method: string): NockReply {
  const fields = Object.entries(headers).flat()
  for (const cookie of cookies) fields.push('set-cookie', cookie)
  if (!ArrayBuffer.isView(body)) return [status, Readable.from(body, { objectMode: false }), fields]
  if (!('content-length' in headers) && !bodiless.includes(status)) fields.push('content-length', String(body.byteLength))
  return [status, method === 'HEAD' ? Buffer.alloc(0) : Buffer.from(body), fields]
}
