import type { OperationName } from '../../model/api'
import { requireOptions } from '../../usage/requireOptions'
import type { Answer, Behaviour, FaultedCall } from '../behaviour'
import { brokenBody } from '../brokenBody'
import { interrupted } from '../interruptedStream'
import { requirePlace, type AnyPlace } from '../streamPlace'

/**
 * Never answers, or never goes on with a stream. A caller's time-out is found without waiting in virtual time, and an abort ends the
 * call at once; without either the call hangs, as it would.
 */
export function hangs(operation: OperationName | '*', place: AnyPlace): Behaviour {
  const text = 'hangs()'
  requireOptions(place, ['afterChunks'], 'hangs')
  const afterChunks = requirePlace(place.afterChunks, operation, text)
  if (afterChunks === undefined) return { text, before: noAnswer }
  return { text, after: (outcome, call) => interrupted(outcome, afterChunks, text, () => nothingMore(call)) }
}

async function noAnswer({ clock, request }: FaultedCall): Promise<Answer> {
  const { timeout, signal } = request
  if (timeout === undefined) return untilAborted(signal)
  await clock.sleep(timeout, signal)
  return { outcome: { kind: 'broken', code: 'ETIMEDOUT' } }
}

function untilAborted(signal: AbortSignal | undefined): Promise<never> {
  return new Promise((_, reject) => {
    const giveUp = () => reject(signal!.reason as Error)
    if (signal?.aborted) giveUp()
    else signal?.addEventListener('abort', giveUp, { once: true })
  })
}

/** No piece any more, until the reader goes away or its patience with an idle connection is over. */
function nothingMore({ clock, request }: FaultedCall): AsyncIterableIterator<Uint8Array> {
  const gone = new AbortController()
  const end = { done: true as const, value: undefined }
  const pieces: AsyncIterableIterator<Uint8Array> = {
    [Symbol.asyncIterator]: () => pieces,
    async next() {
      if (request.idleTimeout === undefined) await untilAborted(gone.signal)
      else await clock.sleep(request.idleTimeout, gone.signal)
      throw brokenBody('ETIMEDOUT')
    },
    return() {
      gone.abort(new Error('The reader went away.'))
      return Promise.resolve(end)
    },
  }
  return pieces
}
