import { UsageError } from '../errors/usageError'
import { pathOf, type Keys } from '../matching/difference'
import { kindOf } from '../matching/kindOf'
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
export function requireTypes(shapeName: string, value: unknown, subject: string, at: Keys = []): void {
  const shape = shapes[shapeName]
  if (shape === undefined || value === undefined || value === null) return
  const want = wanted[shape.type]
  const kind = kindOf(value)
  if (want !== undefined && kind !== want.kind)
    throw new UsageError(`${subject} needs ${pathOf(at) || 'its settings'} to be ${want.name}, not of type ${kind}.`)
  if (shape.type === 'list')
    (value as unknown[]).forEach((item, index) => requireTypes(shape.member, item, subject, [...at, index]))
  if (shape.type === 'map')
    for (const [key, item] of Object.entries(value)) requireTypes(shape.value, item, subject, [...at, key])
  if (shape.type === 'structure')
    for (const [key, item] of Object.entries(value)) {
      const member = Object.hasOwn(shape.members, key) ? shape.members[key] : undefined
      if (member !== undefined) requireTypes(member.shape, item, subject, [...at, key])
    }
}
