import { UsageError } from '../../errors/usageError'
import type { AttributeMap } from '../../runtime/event-sources/logs/logRequest'
import { isMembers } from '../../usage/isMembers'
import { shown } from '../../usage/readMembers'

type AttributeValue = Readonly<Record<string, unknown>>

/** Attribute values as they stand in events, and the same as plain values. */
export interface ReadImage {
  readonly typed: AttributeMap
  readonly plain: Readonly<Record<string, unknown>>
}

const types = ['S', 'N', 'B', 'SS', 'NS', 'BS', 'M', 'L', 'BOOL', 'NULL']

/** An item as a test writes it: plain values, or attribute values as the low-level client of DynamoDB has them. */
export function readImage(where: string, image: unknown): ReadImage {
  if (!isMembers(image)) throw new UsageError(`${where} has to be an object of attributes, not ${shown(image)}.`)
  if (Object.keys(image).length > 0 && Object.values(image).every(isAttributeValue)) {
    const typed = mapped(image, (value) => encoded(value as AttributeValue))
    return { typed, plain: mapped(typed, plainOf) }
  }
  const typed: AttributeMap = mapped(image, (value, name) => typedOf(value, `${where}.${name}`))
  return { typed, plain: mapped(typed, plainOf) }
}

function isAttributeValue(value: unknown): boolean {
  if (!isMembers(value)) return false
  const [[type, content] = ['', undefined], ...others] = Object.entries(value)
  if (others.length > 0 || !types.includes(type)) return false
  if (type === 'S' || type === 'N') return typeof content === 'string'
  if (type === 'BOOL' || type === 'NULL') return typeof content === 'boolean'
  if (type === 'B') return typeof content === 'string' || ArrayBuffer.isView(content)
  return type === 'M' ? isMembers(content) : Array.isArray(content)
}

/** Bytes as an event has them, in base64. */
function encoded(value: AttributeValue): AttributeValue {
  const [type, content] = Object.entries(value)[0]!
  switch (type) {
    case 'B':
      return { B: base64(content) }
    case 'BS':
      return { BS: (content as unknown[]).map(base64) }
    case 'L':
      return { L: (content as AttributeValue[]).map(encoded) }
    case 'M':
      return { M: mapped(content as AttributeMap, encoded) }
    default:
      return value
  }
}

/** As the document client of DynamoDB marshals. */
function typedOf(value: unknown, where: string): AttributeValue {
  if (typeof value === 'string') return { S: value }
  if (typeof value === 'bigint' || (typeof value === 'number' && Number.isFinite(value))) return { N: String(value) }
  if (typeof value === 'boolean') return { BOOL: value }
  if (value === null) return { NULL: true }
  if (ArrayBuffer.isView(value)) return { B: base64(value) }
  if (Array.isArray(value)) return { L: value.map((element, index) => typedOf(element, `${where}[${index}]`)) }
  if (value instanceof Set || Object.prototype.toString.call(value) === '[object Set]')
    return typedSet([...(value as Set<unknown>)], where)
  if (!isMembers(value) || value instanceof Date)
    throw new UsageError(`${where} has to be a text, number, boolean, null, bytes, list, set or object, not ${shown(value)}.`)
  return { M: mapped(value, (member, name) => typedOf(member, `${where}.${name}`)) }
}

function typedSet(elements: readonly unknown[], where: string): AttributeValue {
  if (elements.length > 0 && elements.every((element) => typeof element === 'string')) return { SS: elements }
  if (elements.length > 0 && elements.every((element) => typeof element === 'number')) return { NS: elements.map(String) }
  if (elements.length > 0 && elements.every((element) => ArrayBuffer.isView(element))) return { BS: elements.map(base64) }
  throw new UsageError(`${where} has to be a set of texts, of numbers or of bytes, and not empty.`)
}

function plainOf(value: AttributeValue): unknown {
  const [type, content] = Object.entries(value)[0]!
  switch (type) {
    case 'N':
      return Number(content)
    case 'NS':
      return (content as string[]).map(Number)
    case 'NULL':
      return null
    case 'L':
      return (content as AttributeValue[]).map(plainOf)
    case 'M':
      return mapped(content as AttributeMap, plainOf)
    default:
      return content
  }
}

function mapped<From, To>(object: Readonly<Record<string, From>>, change: (value: From, name: string) => To): Record<string, To> {
  return Object.fromEntries(
    Object.entries(object)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, change(value, name)]),
  )
}

function base64(bytes: unknown): string {
  if (typeof bytes === 'string') return bytes
  const { buffer, byteOffset, byteLength } = bytes as ArrayBufferView
  return Buffer.from(buffer, byteOffset, byteLength).toString('base64')
}
