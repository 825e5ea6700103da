import { UsageError } from '../../errors/usageError'
import { formatValue } from '../../matching/formatValue'
import type { OperationName } from '../../model/api'
import { requireOptions } from '../../usage/requireOptions'
import type { WireOutcome } from '../../wire/messages'
import type { Behaviour } from '../behaviour'
import { damaged } from '../interruptedStream'
import { hasStream, requirePlace, requireStream, type HasStream, type StreamPlace, type AnyPlace } from '../streamPlace'

/** What is wrong in a garbled stream. */
export type Garbling<Output> = StreamPlace<Output> &
  (HasStream<Output> extends true
    ? {
        /** Which of an event's two checksums is wrong: that of the whole (the default), or that of its first eight bytes. */
        readonly checksum?: 'message' | 'prelude'
      }
    : { readonly checksum?: never })

interface AnyGarbling extends AnyPlace {
  readonly checksum?: 'message' | 'prelude'
}

/** Where each checksum ends, counted from the end or the beginning of a frame. */
const lastByteOf = { message: -1, prelude: 11 } as const

/** Answers with a body that cannot be read: no JSON any more, or, in a stream, an event with a wrong checksum. */
export function garbles(operation: OperationName | '*', garbling: AnyGarbling): Behaviour {
  const text = 'garbles()'
  requireOptions(garbling, ['checksum', 'afterChunks'], 'garbles')
  const { checksum = 'message' } = garbling
  if (garbling.checksum !== undefined) requireStream(operation, `garbles({ checksum: ${formatValue(checksum, { limit: 60 })} })`)
  if (typeof checksum !== 'string' || !Object.hasOwn(lastByteOf, checksum))
    throw new UsageError(
      `garbles({ checksum: ${formatValue(checksum, { limit: 60 })} }) knows two checksums: 'message' and 'prelude'.`,
    )
  const afterChunks = requirePlace(garbling.afterChunks, operation, text) ?? 0
  const damage = (frame: Uint8Array) => ({ frame: withWrongByte(frame, lastByteOf[checksum]), goesOn: true })
  const isWhole = (outcome: WireOutcome) => outcome.kind === 'reply' && ArrayBuffer.isView(outcome.body)
  return {
    text,
    after: (outcome) =>
      isWhole(outcome) && !hasStream(operation) ? garbled(outcome, text) : damaged(outcome, afterChunks, text, damage),
  }
}

/** Every byte is turned over: what was ASCII is not even text any more. */
function garbled(outcome: WireOutcome, where: string): WireOutcome {
  if (outcome.kind === 'broken' || !ArrayBuffer.isView(outcome.body)) return outcome
  if (outcome.body.byteLength === 0) throw new UsageError(`${where} has nothing to garble: the answer has no body.`)
  return { ...outcome, body: outcome.body.map((byte) => ~byte & 0xff) }
}

function withWrongByte(frame: Uint8Array, at: number): Uint8Array {
  const copy = Uint8Array.from(frame)
  const index = at < 0 ? copy.length + at : at
  copy[index] = ~copy[index]! & 0xff
  return copy
}
