import { isJsonObject, type JsonObject } from '../json/jsonObject'
import type { Shape, StructureShape } from '../model/shape'
import { shapes } from '../model/shapes'
import { setOwn } from './setOwn'

/**
 * A value of a shape as JSON has it: a Date becomes epoch seconds, bytes become base64. Members that are undefined, or that the
 * shape does not have, are left out. What already is a JSON value of another type is sent as it is.
 */
export function writeJson(shape: Shape, value: unknown): unknown {
  if (value === null || value === undefined) return value
  switch (shape.type) {
    case 'structure':
      return isJsonObject(value) ? writeStructure(shape, value) : value
    case 'list':
      return Array.isArray(value) ? value.map((item) => writeJson(shapes[shape.member]!, item)) : value
    case 'map': {
      if (!isJsonObject(value)) return value
      const entries: Record<string, unknown> = {}
      for (const [key, item] of Object.entries(value)) setOwn(entries, key, writeJson(shapes[shape.value]!, item))
      return entries
    }
    case 'timestamp':
      return typeof value === 'object' ? (value as Date).getTime() / 1000 : value
    case 'blob':
      return toBuffer(value as string | Uint8Array).toString('base64')
    case 'string':
    case 'boolean':
    case 'integer':
    case 'long':
    case 'double':
      return value
  }
}

/** The members of a structure that stand in the JSON body. */
export function writeStructure(shape: StructureShape, values: JsonObject): Record<string, unknown> {
  const body: Record<string, unknown> = {}
  for (const name in shape.members) {
    const member = shape.members[name]!
    const value = values[name]
    if (member.in === undefined && value !== undefined) body[member.as ?? name] = writeJson(shapes[member.shape]!, value)
  }
  return body
}

/** The bytes of a blob; text, as a test's author may write it, is sent as UTF-8. */
export function toBuffer(value: string | Uint8Array): Buffer {
  if (Buffer.isBuffer(value)) return value
  return typeof value === 'string' ? Buffer.from(value) : Buffer.from(value.buffer, value.byteOffset, value.byteLength)
}
