import { nearest } from '../errors/nearest'
import { UsageError } from '../errors/usageError'
import { pathOf, type Keys } from '../matching/difference'
import { kindOf } from '../matching/kindOf'
import { matcherOf } from '../matching/matcherOf'
import type { OperationName } from '../model/api'
import { operations } from '../model/operations'
import { shapes } from '../model/shapes'
import { shown } from './readMembers'
import { requirePatternTypes } from './requireTypes'

/** Refuses a pattern that names members which the operation's input does not have: it could never match anything. */
export function requireInputMembers(operation: OperationName, pattern: unknown, caller: string): void {
  requirePattern(pattern, caller)
  const { input } = operations[operation]
  requireMembers(input, pattern, `${caller}: the input of ${operation}`)
  requirePatternTypes(input, pattern, `${caller}: the input of ${operation}`)
}

/** Refuses what can be no part of an input, such as the bare name of a function: it could never match anything either. */
export function requirePattern(pattern: unknown, caller: string): void {
  const kind = kindOf(pattern)
  if (kind === 'undefined' || kind === 'object' || (kind !== 'regexp' && matcherOf(pattern))) return
  throw new UsageError(
    `${caller}: an input is compared with an object such as { FunctionName: 'orders' }, a matcher or a function, not with ${shown(pattern)}.`,
  )
}

/** Refuses members that a structure of AWS's does not have, at any depth. `subject` begins the message. */
export function requireMembers(shapeName: string | undefined, pattern: unknown, subject: string, at: Keys = []): void {
  const shape = shapeName === undefined ? undefined : shapes[shapeName]
  if (shape === undefined || matcherOf(pattern)) return
  const kind = kindOf(pattern)
  if (shape.type === 'list' && kind === 'array')
    (pattern as unknown[]).forEach((item, index) => requireMembers(shape.member, item, subject, [...at, index]))
  if (shape.type === 'map' && kind === 'object') {
    for (const [key, value] of Object.entries(pattern as object)) requireMembers(shape.value, value, subject, [...at, key])
  }
  if (shape.type !== 'structure' || kind !== 'object') return
  for (const [key, value] of Object.entries(pattern as object)) {
    const member = Object.hasOwn(shape.members, key) ? shape.members[key] : undefined
    if (member === undefined)
      throw new UsageError(`${subject} has no member ${pathOf([...at, key])}.${suggestion(key, Object.keys(shape.members))}`)
    requireMembers(member.shape, value, subject, [...at, key])
  }
}

function suggestion(key: string, known: readonly string[]): string {
  const close = nearest(key, known)
  return close === undefined ? ` It has ${known.join(', ')}.` : ` Did you mean ${close}?`
}
