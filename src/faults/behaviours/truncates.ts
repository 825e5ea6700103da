import { UsageError } from '../../errors/usageError'
import { formatValue } from '../../matching/formatValue'
import type { OperationName } from '../../model/api'
import { requireOptions } from '../../usage/requireOptions'
import { eventTypeOf } from '../../wire/eventStream'
import type { WireOutcome, WireReply } from '../../wire/messages'
import type { Behaviour } from '../behaviour'
import { breaksOff } from '../brokenBody'
import { damaged, withFrames } from '../interruptedStream'
import { requireCount } from '../requireAmount'
import { hasStream, requirePlace, requireStream, type HasStream, type StreamPlace, type AnyPlace } from '../streamPlace'

/** Where an answer is cut off. */
export type Truncation<Output> = StreamPlace<Output> & {
  /**
   * How many bytes of the body come through; default: half of them. In a stream `'frame'` (the default) cuts inside an event, and
   * `'complete'` leaves out InvokeComplete, which readers take for an ordinary end.
   */
  readonly at?: number | (HasStream<Output> extends true ? 'frame' | 'complete' : never)
  /** The connection ends as if that were all: a short body that nothing betrays. Default: false, it breaks. */
  readonly silently?: boolean
}

interface AnyTruncation extends AnyPlace {
  readonly at?: number | 'frame' | 'complete'
  readonly silently?: boolean
}

/**
 * Cuts an answer off. A body whose length was announced is found to be short, and the SDK sees the connection break ("aborted"); an
 * event stream announces no length and simply ends.
 */
export function truncates(operation: OperationName | '*', cut: AnyTruncation): Behaviour {
  requireOptions(cut, ['at', 'silently', 'afterChunks'], 'truncates')
  const isStream = hasStream(operation)
  const { at = isStream ? 'frame' : undefined, silently = false } = cut
  const text = at === undefined ? 'truncates()' : `truncates({ at: ${formatValue(at, { limit: 60 })} })`
  if (typeof silently !== 'boolean')
    throw new UsageError(`${text} needs true or false as silently, not ${formatValue(silently)}.`)
  const afterChunks = requirePlace(cut.afterChunks, operation, text)
  if (typeof at === 'string') requireStream(operation, text)
  if (at === 'frame') return { text, after: (outcome) => damaged(outcome, afterChunks ?? 0, text, half) }
  if (afterChunks !== undefined) throw new UsageError(`${text}: afterChunks goes with at: 'frame' only.`)
  if (at === 'complete') return { text, after: (outcome) => withFrames(outcome, withoutComplete) }
  if (typeof at === 'string') throw new UsageError(`${text} needs a number of bytes; in a stream also 'frame' or 'complete'.`)
  if (at !== undefined) requireCount(at, text, { of: 'bytes' })
  return {
    text,
    after: (outcome) => (outcome.kind === 'broken' ? outcome : cutOff(outcome, at, silently, text)),
  }
}

function cutOff(reply: WireReply, at: number | undefined, silently: boolean, where: string): WireOutcome {
  if (!ArrayBuffer.isView(reply.body))
    return at === undefined ? damaged(reply, 0, where, half) : withFrames(reply, (frames) => firstBytes(frames, at, where))
  const length = reply.body.byteLength
  const end = at ?? Math.floor(length / 2)
  if (end >= length) throw tooShort(where, length)
  const body = reply.body.subarray(0, end)
  if (silently) return { ...reply, body }
  return { ...reply, headers: { ...reply.headers, 'content-length': String(length) }, body: breaksOff(body, 'ECONNRESET') }
}

/** More than the prelude of a frame, and less than the whole: readers know that something is missing. */
function half(frame: Uint8Array) {
  return { frame: frame.subarray(0, Math.ceil(frame.byteLength / 2)), goesOn: false }
}

async function* withoutComplete(frames: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const frame of frames) if (eventTypeOf(frame) !== 'InvokeComplete') yield frame
}

async function* firstBytes(frames: AsyncIterable<Uint8Array>, end: number, where: string): AsyncGenerator<Uint8Array> {
  let passed = 0
  for await (const frame of frames) {
    if (passed + frame.byteLength > end) {
      if (end > passed) yield frame.subarray(0, end - passed)
      return
    }
    passed += frame.byteLength
    yield frame
  }
  throw tooShort(where, passed)
}

function tooShort(where: string, length: number): UsageError {
  return new UsageError(`${where} has nothing to cut off: the answer has ${length} bytes.`)
}
