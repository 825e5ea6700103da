import type { Duration } from '../../clock/duration'
import { requireOptions } from '../../usage/requireOptions'
import type { WireOutcome } from '../../wire/messages'
import type { Behaviour, FaultedCall } from '../behaviour'
import { brokenBody } from '../brokenBody'
import { requireCount, requireDuration } from '../requireAmount'

/** How slowly a body comes. */
export interface Drip {
  /** The pause before each piece. */
  readonly every: Duration
  /** Bytes of a piece. Default: a tenth of the body; in a stream each of its events is a piece. */
  readonly bytes?: number
}

/**
 * Sends the body piece by piece. A caller's time-out for the answer ends with its headers and does not notice; one for an idle
 * connection does, if a pause is long enough.
 */
export function drips(drip: Drip): Behaviour {
  requireOptions(drip, ['every', 'bytes'], 'drips')
  const pause = requireDuration(drip.every, 'drips')
  const size =
    drip.bytes === undefined ? undefined : requireCount(drip.bytes, `drips({ bytes: ${drip.bytes} })`, { least: 1, of: 'bytes' })
  return {
    text: `drips({ every: ${pause}ms })`,
    after: (outcome, call) =>
      outcome.kind === 'broken' ? outcome : { ...outcome, body: dripping(outcome.body, { pause, size }, call) },
  }
}

type Body = Extract<WireOutcome, { kind: 'reply' }>['body']

function dripping(
  body: Body,
  { pause, size }: { readonly pause: number; readonly size: number | undefined },
  { clock, request }: FaultedCall,
): AsyncIterableIterator<Uint8Array> {
  const pieces = ArrayBuffer.isView(body)
    ? slices(body, size ?? Math.max(1, Math.ceil(body.byteLength / 10)))
    : resliced(body, size)
  const gone = new AbortController()
  const { idleTimeout } = request
  // Not a generator: a reader that goes away during a pause has to be heard.
  const drops: AsyncIterableIterator<Uint8Array> = {
    [Symbol.asyncIterator]: () => drops,
    async next() {
      const piece = await pieces.next()
      if (piece.done) return piece
      if (idleTimeout !== undefined && idleTimeout <= pause) {
        await clock.sleep(idleTimeout, gone.signal)
        throw brokenBody('ETIMEDOUT')
      }
      await clock.sleep(pause, gone.signal)
      return piece
    },
    return() {
      gone.abort(new Error('The reader went away.'))
      return pieces.return(undefined)
    },
  }
  return drops
}

async function* resliced(pieces: AsyncIterable<Uint8Array>, size: number | undefined): AsyncGenerator<Uint8Array> {
  for await (const piece of pieces) yield* size === undefined ? [piece] : slices(piece, size)
}

async function* slices(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.byteLength; at += size) yield bytes.subarray(at, at + size)
}
