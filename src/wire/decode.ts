import type { MemberLocation, OperationModel, Shape, StructureShape } from '../model/shape'
import { shapes } from '../model/shapes'
import { lazily } from './lazily'
import type { WireRequest } from './messages'
import { queryItems } from './queryItems'
import { asObject, readJson, readMembers } from './readJson'
import { readText } from './readText'
import { serializationError } from './serializationError'

interface Binding {
  readonly name: string
  readonly wireName: string
  readonly shape: Shape
}

interface Plan {
  readonly shape: StructureShape
  readonly path: readonly Binding[]
  readonly query: readonly Binding[]
  readonly header: readonly Binding[]
  readonly payload: (Binding & { readonly required: boolean }) | undefined
  readonly hasJsonBody: boolean
}

const planOf = lazily((name: string): Plan => {
  const shape = shapes[name] as StructureShape
  const bindings = (location: MemberLocation | undefined): Binding[] =>
    Object.entries(shape.members)
      .filter(([, member]) => member.in === location)
      .map(([key, member]) => ({ name: key, wireName: member.as ?? key, shape: shapes[member.shape]! }))
  const body = bindings(undefined)
  const payload = body.find((binding) => binding.name === shape.payload)
  return {
    shape,
    path: bindings('path'),
    query: bindings('query'),
    header: bindings('header'),
    payload: payload && { ...payload, required: shape.required?.includes(payload.name) ?? false },
    hasJsonBody: payload === undefined && body.length > 0,
  }
})

/**
 * The input of an operation in AWS's spelling, as it came over the wire: from path, query, headers and body.
 * A value of the wrong type is refused with SerializationException; whether values are allowed is for `check` to say. Content
 * types are not looked at: SDKs send any and none. Query items that the operation does not know, such as the X-Amz-* items of a
 * presigned URL, are passed over.
 */
export function decode(
  operation: OperationModel,
  labels: Readonly<Record<string, string>>,
  request: Pick<WireRequest, 'query' | 'headers' | 'body'>,
): Record<string, unknown> {
  const input: Record<string, unknown> = {}
  if (operation.input === undefined) return input
  const plan = planOf(operation.input)

  for (const { name, shape } of plan.path) {
    const text = labels[name]
    if (text !== undefined) input[name] = readText(shape, text)
  }
  if (request.query !== '' && plan.query.length > 0) {
    const items = queryItems(request.query)
    for (const { name, wireName, shape } of plan.query) {
      const texts = items.get(wireName)
      if (texts === undefined) continue
      if (shape.type !== 'list') input[name] = readText(shape, texts[0]!)
      else input[name] = texts.map((text) => readText(shapes[shape.member]!, text))
    }
  }
  for (const { name, wireName, shape } of plan.header) {
    const text = request.headers[wireName]
    if (text !== undefined) input[name] = readText(shape, text)
  }

  if (plan.payload !== undefined) {
    const { name, shape, required } = plan.payload
    if (shape.type === 'blob') {
      // SDKs send zero bytes for an absent payload; where the payload is required, zero bytes are the payload.
      if (request.body.byteLength > 0 || required) input[name] = readable(request.body)
    } else if (request.body.byteLength > 0) {
      const value = parse(request.body)
      if (value !== null) input[name] = readJson(shape, value)
    }
  } else if (plan.hasJsonBody && request.body.byteLength > 0) {
    const value = parse(request.body)
    if (value !== null) readMembers(plan.shape, asObject(value), input)
  }
  return input
}

/** The same bytes as a Buffer, which is its text where a test makes a string of it: `JSON.parse(input.Payload)`. */
function readable(body: Uint8Array): Buffer {
  return Buffer.isBuffer(body) ? body : Buffer.from(body.buffer, body.byteOffset, body.byteLength)
}

function parse(body: Uint8Array): unknown {
  try {
    return JSON.parse(readable(body).toString('utf8')) as unknown
  } catch {
    throw serializationError('Could not parse request body into json')
  }
}
