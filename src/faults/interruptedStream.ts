import { UsageError } from '../errors/usageError'
import type { WireOutcome } from '../wire/messages'
import { eventTypeOf } from '../wire/eventStream'

type Frames = AsyncIterable<Uint8Array>

/** What becomes of the frame at which a fault strikes, and whether the frames behind it come too. */
export interface Damage {
  readonly frame: Uint8Array
  readonly goesOn: boolean
}

/**
 * Passes on the events of a stream until so many chunks are through, then ends it in another way. An answer that is no stream, such as
 * an error, stays as it is.
 * @param where the fault as it was written: a stream with fewer chunks is the mistake of the test's author
 */
export function interrupted(outcome: WireOutcome, afterChunks: number, where: string, ending: () => Frames): WireOutcome {
  return withFrames(outcome, (frames) => oneAfterTheOther(firstChunks(frames, afterChunks, where), ending))
}

async function* firstChunks(frames: Frames, afterChunks: number, where: string): AsyncGenerator<Uint8Array> {
  let passed = 0
  for await (const frame of frames) {
    if (passed === afterChunks) return
    passed += chunksIn(frame, { passed, afterChunks, where })
    yield frame
    // Without waiting for the next one, which may never come.
    if (passed === afterChunks) return
  }
}

/** Not a generator: a reader that goes away while the ending keeps it waiting has to be heard. */
function oneAfterTheOther(first: Frames, ending: () => Frames): AsyncIterableIterator<Uint8Array> {
  let current = first[Symbol.asyncIterator]()
  let isEnding = false
  const both: AsyncIterableIterator<Uint8Array> = {
    [Symbol.asyncIterator]: () => both,
    async next() {
      const result = await current.next()
      if (!result.done || isEnding) return result
      isEnding = true
      current = ending()[Symbol.asyncIterator]()
      return current.next()
    },
    return: () => current.return?.() ?? Promise.resolve({ done: true, value: undefined }),
  }
  return both
}

/** Damages one event of a stream, the one behind so many chunks. */
export function damaged(
  outcome: WireOutcome,
  afterChunks: number,
  where: string,
  damage: (frame: Uint8Array) => Damage,
): WireOutcome {
  return withFrames(outcome, async function* (frames) {
    let passed = 0
    let isDone = false
    for await (const frame of frames) {
      if (isDone) yield frame
      else if (passed < afterChunks) {
        passed += chunksIn(frame, { passed, afterChunks, where })
        yield frame
      } else {
        const { frame: changed, goesOn } = damage(frame)
        isDone = true
        yield changed
        if (!goesOn) return
      }
    }
  })
}

/** The same answer with another stream of events; an answer that is no stream stays as it is. */
export function withFrames(outcome: WireOutcome, change: (frames: Frames) => Frames): WireOutcome {
  if (outcome.kind === 'broken' || ArrayBuffer.isView(outcome.body)) return outcome
  return { ...outcome, body: change(outcome.body) }
}

function chunksIn(
  frame: Uint8Array,
  { passed, afterChunks, where }: { readonly passed: number; readonly afterChunks: number; readonly where: string },
): 1 {
  if (eventTypeOf(frame) === 'PayloadChunk') return 1
  throw new UsageError(
    `${where} did not happen: it waits for ${afterChunks} chunks, and the stream had ${passed}. Count what the function writes.`,
  )
}
