import { nearest } from './nearest'
import { UsageError } from './usageError'
import { shapes } from '../model/shapes'

/** Refuses members that AWS's structure does not have; what is no plain object (a matcher, a predicate) is left alone. */
export function requireMembers(shapeName: string, value: unknown, where: string): void {
  const shape = shapes[shapeName]
  if (typeof value !== 'object' || value === null) return
  if (shape?.type === 'list' && Array.isArray(value)) {
    for (const item of value) requireMembers(shape.member, item, where)
  }
  if (shape?.type !== 'structure' || !isPlain(value)) return
  for (const [name, member] of Object.entries(value)) {
    const known = shape.members[name]
    if (known === undefined) {
      const close = nearest(name, Object.keys(shape.members))
      throw new UsageError(
        `${where} has a member '${name}' that ${shapeName} does not have.${close ? ` Did you mean '${close}'?` : ` It has: ${Object.keys(shape.members).join(', ')}.`}`,
      )
    }
    requireMembers(known.shape, member, where)
  }
}

/** An object literal, of whichever realm; not a matcher of Jest's, Vitest's or sinon's. */
function isPlain(value: object): boolean {
  const prototype = Object.getPrototypeOf(value) as object | null
  return prototype === null || (Object.getPrototypeOf(prototype) === null && !('asymmetricMatch' in value) && !('test' in value))
}
