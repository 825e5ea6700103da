import { isServiceError, type ServiceError } from '../errors/serviceError'
import { UsageError } from '../errors/usageError'
import type { StructureShape } from '../model/shape'
import { shapes } from '../model/shapes'
import { crc32 } from './crc32'
import { errorBody } from './encodeError'
import { toBuffer, writeStructure } from './writeJson'

type Values = Readonly<Record<string, unknown>>

const stringHeader = 7

/**
 * One frame of `application/vnd.amazon.eventstream`: the lengths of the whole and of the headers, their checksum, the headers
 * (each a name and a string), the payload, and the checksum of all of it. Numbers are big-endian.
 * https://docs.aws.amazon.com/transcribe/latest/dg/streaming-setting-up.html#streaming-event-stream
 */
export function frame(headers: Readonly<Record<string, string>>, payload: Uint8Array): Uint8Array {
  const pairs = Object.entries(headers).map(([name, value]) => [Buffer.from(name), Buffer.from(value)] as const)
  const headersLength = pairs.reduce((length, [name, value]) => length + 1 + name.length + 1 + 2 + value.length, 0)
  const bytes = Buffer.alloc(12 + headersLength + payload.byteLength + 4)
  bytes.writeUInt32BE(bytes.length, 0)
  bytes.writeUInt32BE(headersLength, 4)
  bytes.writeUInt32BE(crc32(bytes.subarray(0, 8)), 8)
  let at = 12
  for (const [name, value] of pairs) {
    at = bytes.writeUInt8(name.length, at)
    bytes.set(name, at)
    at = bytes.writeUInt8(stringHeader, at + name.length)
    at = bytes.writeUInt16BE(value.length, at)
    bytes.set(value, at)
    at += value.length
  }
  bytes.set(payload, at)
  bytes.writeUInt32BE(crc32(bytes.subarray(0, -4)), bytes.length - 4)
  return bytes
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
export async function* encodeEventStream(
  shapeName: string,
  events: AsyncIterable<Values> | Iterable<Values>,
): AsyncGenerator<Uint8Array> {
  try {
    for await (const event of events) yield eventFrame(shapeName, event)
  } catch (error) {
    if (!isServiceError(error)) throw error
    yield exceptionFrame(error)
  }
}

function eventFrame(streamName: string, event: Values): Uint8Array {
  const stream = shapes[streamName] as StructureShape
  const name = Object.keys(event).find((key) => event[key] !== undefined)
  const member = name === undefined ? undefined : stream.members[name]
  if (name === undefined || member === undefined) {
    throw new UsageError(
      `An event of ${streamName} is { ${Object.keys(stream.members).join(' } or { ')} }, not { ${String(name)} }.`,
    )
  }
  const shape = shapes[member.shape] as StructureShape
  const values = event[name] as Values
  const raw = Object.keys(shape.members).find((key) => shape.members[key]!.eventPayload)
  const headers = { ':message-type': 'event', ':event-type': name }
  if (raw === undefined) {
    return frame({ ...headers, ':content-type': 'application/json' }, Buffer.from(JSON.stringify(writeStructure(shape, values))))
  }
  return frame({ ...headers, ':content-type': 'application/octet-stream' }, toBuffer((values[raw] ?? '') as string | Uint8Array))
}
