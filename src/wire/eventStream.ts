import { isServiceError, type ServiceError } from '../errors/serviceError'
import { UsageError } from '../errors/usageError'
import type { StructureShape } from '../model/shape'
import { shapes } from '../model/shapes'
import { crc32 } from './crc32'
import { errorBody } from './encodeError'
import { frameAround } from './frameRoom'
import { lazily } from './lazily'
import type { PieceIterator, Pieces } from './pieces'
import { writeStructure } from './writeJson'

type Values = Readonly<Record<string, unknown>>

const stringHeader = 7

/**
 * One frame of `application/vnd.amazon.eventstream`: the lengths of the whole and of the headers, their checksum, the headers
 * (each a name and a string), the payload, and the checksum of all of it. Numbers are big-endian.
 * https://docs.aws.amazon.com/transcribe/latest/dg/streaming-setting-up.html#streaming-event-stream
 */
export function frame(headers: Readonly<Record<string, string>>, payload: Uint8Array): Uint8Array {
  return framed(headerBytes(headers), payload)
}

function framed(headers: Uint8Array, payload: Uint8Array): Uint8Array {
  const bytes = frameAround(payload, 12 + headers.length)
  bytes.writeUInt32BE(bytes.length, 0)
  bytes.writeUInt32BE(headers.length, 4)
  bytes.writeUInt32BE(crc32(bytes.subarray(0, 8)), 8)
  bytes.set(headers, 12)
  bytes.writeUInt32BE(crc32(bytes.subarray(0, -4)), bytes.length - 4)
  return bytes
}

function headerBytes(headers: Readonly<Record<string, string>>): Uint8Array {
  const pieces = Object.entries(headers).flatMap(([name, value]) => {
    const [nameBytes, valueBytes] = [Buffer.from(name), Buffer.from(value)]
    const lengthOfValue = [valueBytes.length >> 8, valueBytes.length & 0xff]
    return [Buffer.of(nameBytes.length), nameBytes, Buffer.of(stringHeader, ...lengthOfValue), valueBytes]
  })
  return Buffer.concat(pieces)
}

/** The event that a frame carries, e.g. PayloadChunk; undefined for an exception. Reads what `frame` wrote. */
export function eventTypeOf(bytes: Uint8Array): string | undefined {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = 12 + view.readUInt32BE(4)
  for (let at = 12; at < end;) {
    const nameEnd = at + 1 + view.readUInt8(at)
    const valueEnd = nameEnd + 3 + view.readUInt16BE(nameEnd + 1)
    if (view.toString('utf8', at + 1, nameEnd) === ':event-type') return view.toString('utf8', nameEnd + 3, valueEnd)
    at = valueEnd
  }
  return undefined
}

/** The frame with which an event stream ends in an error of the model. */
export function exceptionFrame(error: ServiceError): Uint8Array {
  const headers = { ':message-type': 'exception', ':exception-type': error.name, ':content-type': 'application/json' }
  return frame(headers, Buffer.from(JSON.stringify(errorBody(error))))
}

/**
 * The frames of a stream of events, each `{ <event's name>: <its members> }`, e.g. `{ PayloadChunk: { Payload } }` for
 * InvokeWithResponseStream. A ServiceError that the events throw becomes the last frame; any other error breaks the stream off.
 */
export function encodeEventStream(
  shapeName: string,
  events: Pieces<Values> | Iterable<Values>,
): Required<Pick<PieceIterator, 'ready' | 'next' | 'return'>> & Pieces {
  // Not an async generator: that has three times as many promises for each frame.
  const source: PieceIterator<Values> = Symbol.asyncIterator in events ? events[Symbol.asyncIterator]() : oneByOne(events)
  const over = { done: true, value: undefined } as const
  let isBroken = false
  return {
    ready() {
      const event = isBroken ? undefined : source.ready?.()
      return event && eventFrame(shapeName, event)
    },
    async next() {
      if (isBroken) return over
      try {
        const { done, value } = await source.next()
        return done === true ? over : { done: false, value: eventFrame(shapeName, value as Values) }
      } catch (error) {
        isBroken = true
        if (!isServiceError(error)) throw error
        return { done: false, value: exceptionFrame(error) }
      }
    },
    async return() {
      await source.return?.()
      return over
    },
    [Symbol.asyncIterator]() {
      return this
    },
  }
}

async function* oneByOne(events: Iterable<Values>): AsyncGenerator<Values> {
  yield* events
}

interface EventPlan {
  readonly shape: StructureShape
  /** The member that is the payload as it is; without one the event is JSON. */
  readonly raw: string | undefined
  readonly headers: Uint8Array
}

/** The events of a stream by name. */
const planOf = lazily((streamName: string): ReadonlyMap<string, EventPlan> => {
  const { members } = shapes[streamName] as StructureShape
  const plans = Object.entries(members).map(([name, member]): [string, EventPlan] => {
    const shape = shapes[member.shape] as StructureShape
    const raw = Object.keys(shape.members).find((key) => shape.members[key]!.eventPayload)
    const contentType = raw === undefined ? 'application/json' : 'application/octet-stream'
    return [
      name,
      { shape, raw, headers: headerBytes({ ':message-type': 'event', ':event-type': name, ':content-type': contentType }) },
    ]
  })
  return new Map(plans)
})

function eventFrame(streamName: string, event: Values): Uint8Array {
  const plans = planOf(streamName)
  const name = Object.keys(event).find((key) => event[key] !== undefined)
  const plan = name === undefined ? undefined : plans.get(name)
  if (name === undefined || plan === undefined) {
    throw new UsageError(`An event of ${streamName} is { ${[...plans.keys()].join(' } or { ')} }, not { ${String(name)} }.`)
  }
  const { shape, raw, headers } = plan
  const values = event[name] as Values
  if (raw === undefined) return framed(headers, Buffer.from(JSON.stringify(writeStructure(shape, values))))
  const payload = (values[raw] ?? '') as string | Uint8Array
  return framed(headers, typeof payload === 'string' ? Buffer.from(payload) : payload)
}
