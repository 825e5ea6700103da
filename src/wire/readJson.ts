import type { Shape, StructureShape } from '../model/shape'
import { shapes } from '../model/shapes'
import { readNumber } from './readNumber'
import { notA, notACollection } from './serializationError'
import { setOwn } from './setOwn'

type JsonObject = Readonly<Record<string, unknown>>

/**
 * Reads a JSON value as what a shape of the model says: epoch seconds become a Date, base64 becomes bytes.
 * As AWS does, members it does not know are ignored and an explicit null is an absent member. In a list or map a null stays, and
 * is refused as a broken constraint later.
 */
export function readJson(shape: Shape, value: unknown): unknown {
  switch (shape.type) {
    case 'structure':
      return readStructure(shape, value)
    case 'list': {
      if (!Array.isArray(value)) throw notACollection(value)
      const member = shapes[shape.member]!
      return value.map((item) => (item === null ? null : readJson(member, item)))
    }
    case 'map': {
      const entries: Record<string, unknown> = {}
      const member = shapes[shape.value]!
      for (const [key, item] of Object.entries(asObject(value)))
        setOwn(entries, key, item === null ? null : readJson(member, item))
      return entries
    }
    case 'string':
      if (typeof value !== 'string') throw notA('an String', value)
      return value
    case 'boolean':
      if (typeof value !== 'boolean') throw notA('a Boolean', value)
      return value
    case 'blob':
      return readBase64(value)
    case 'timestamp': {
      const time = typeof value === 'number' ? new Date(value * 1000) : undefined
      if (time === undefined || Number.isNaN(time.getTime())) throw notA('milliseconds since epoch', value)
      return time
    }
    case 'integer':
    case 'long':
    case 'double':
      return readNumber(shape.type, value)
  }
}

function readStructure(shape: StructureShape, value: unknown): Record<string, unknown> {
  const members: Record<string, unknown> = {}
  readMembers(shape, asObject(value), members)
  return members
}

/** Puts those members of a structure that stand in the JSON body into `into`. */
export function readMembers(shape: StructureShape, body: JsonObject, into: Record<string, unknown>): void {
  for (const name in shape.members) {
    const member = shape.members[name]!
    if (member.in !== undefined) continue
    const wireName = member.as ?? name
    const value = Object.hasOwn(body, wireName) ? body[wireName] : undefined
    if (value !== undefined && value !== null) into[name] = readJson(shapes[member.shape]!, value)
  }
}

/** A JSON object, or the refusal of what is none. */
export function asObject(value: unknown): JsonObject {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw notACollection(value)
  return value as JsonObject
}

function readBase64(value: unknown): Uint8Array {
  if (typeof value !== 'string') throw notA('a Blob', value)
  const bytes = Buffer.from(value, 'base64')
  // Buffer passes over what is no base64, and takes the URL's alphabet and missing padding as well.
  const padding = value.endsWith('==') ? 2 : value.endsWith('=') ? 1 : 0
  const strict = value.length % 4 === 0 && bytes.length === (value.length / 4) * 3 - padding && !/[-_]/.test(value)
  if (!strict) throw notA('a Blob', value)
  return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
