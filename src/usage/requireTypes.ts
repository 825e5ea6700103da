import { UsageError } from '../errors/usageError'
import { pathOf, type Keys } from '../matching/difference'
import { kindOf } from '../matching/kindOf'
import { matcherOf } from '../matching/matcherOf'
import type { Shape } from '../model/shape'
import { shapes } from '../model/shapes'

/** What a value has to be, by the type of its shape. Bytes come in many forms, and moments too. */
const wanted: Partial<Record<Shape['type'], { readonly kind: ReturnType<typeof kindOf>; readonly name: string }>> = {
  string: { kind: 'string', name: 'text' },
  integer: { kind: 'number', name: 'a number' },
  long: { kind: 'number', name: 'a number' },
  double: { kind: 'number', name: 'a number' },
  boolean: { kind: 'boolean', name: 'true or false' },
  list: { kind: 'array', name: 'a list' },
  map: { kind: 'object', name: 'an object' },
  structure: { kind: 'object', name: 'an object' },
}

/**
 * Refuses values of another type than AWS's model says, at any depth: no request could carry them. What is null or undefined is not
 * sent. `subject` begins the message, which does not show the value: it may be a secret.
 */
export function requireTypes(shapeName: string, value: unknown, subject: string): void {
  requireTypesAt(shapeName, value, { subject, at: [], isPattern: false })
}

/** The same for a pattern: matchers stand for any type, and bytes may be compared with the JSON that they are. */
export function requirePatternTypes(shapeName: string | undefined, pattern: unknown, subject: string): void {
  if (shapeName !== undefined) requireTypesAt(shapeName, pattern, { subject, at: [], isPattern: true })
}

interface Place {
  readonly subject: string
  readonly at: Keys
  readonly isPattern: boolean
}

function requireTypesAt(shapeName: string, value: unknown, place: Place): void {
  const { subject, at, isPattern } = place
  const shape = shapes[shapeName]
  if (shape === undefined || value === undefined || value === null) return
  if (isPattern && (shape.type === 'blob' || matcherOf(value))) return
  const inside = (inner: string, item: unknown, key: string | number) =>
    requireTypesAt(inner, item, { ...place, at: [...at, key] })
  const want = wanted[shape.type]
  const kind = kindOf(value)
  if (want !== undefined && kind !== want.kind)
    throw new UsageError(`${subject} needs ${pathOf(at) || 'its settings'} to be ${want.name}, not of type ${kind}.`)
  if (kind === 'number' && !isNumberOf(shape.type, value as number))
    throw new UsageError(
      `${subject} needs ${pathOf(at)} to be ${shape.type === 'double' ? 'a number' : 'a whole number'}, not ${String(value)}.`,
    )
  if (shape.type === 'blob' && kind !== 'bytes' && kind !== 'string')
    throw new UsageError(`${subject} needs ${pathOf(at)} to be bytes, not of type ${kind}.`)
  if (shape.type === 'list') (value as unknown[]).forEach((item, index) => inside(shape.member, item, index))
  if (shape.type === 'map') for (const [key, item] of Object.entries(value)) inside(shape.value, item, key)
  if (shape.type === 'structure')
    for (const [key, item] of Object.entries(value)) {
      const member = Object.hasOwn(shape.members, key) ? shape.members[key] : undefined
      if (member !== undefined) inside(member.shape, item, key)
    }
}

/** JSON has no number that is none, and where the model says integer a fraction is refused. */
function isNumberOf(type: Shape['type'], value: number): boolean {
  return type === 'integer' || type === 'long' ? Number.isInteger(value) : type !== 'double' || Number.isFinite(value)
}
