import { pathOf, type Difference, type DifferenceKind, type Keys } from './difference'
import { bytesOf, kindOf } from './kindOf'
import { matcherOf, type Matcher } from './matcherOf'
import { elementsOf, entriesOf, hasPlainKeys, memberOf } from './members'
import { PredicateError } from './predicateError'

/** More places than this are not looked for. */
const mostDifferences = 100
/** Each level takes some of the stack: a pattern that goes further down is refused before that runs out. */
export const deepest = 500

/** One walk through a pattern and a value. */
export interface Comparison {
  /** Also refuses members of objects that the pattern does not name. */
  readonly strict: boolean
  /** Where differences are put; without it the walk ends at the first one. */
  readonly found?: Difference[] | undefined
  /** Where the walk stands. */
  readonly at: (string | number)[]
  /** Pairs that agree so far: a cycle that comes back to one of them agrees. */
  readonly agreed: Map<object, Set<object>>
}

export function newComparison(strict: boolean, found?: Difference[], at: Keys = []): Comparison {
  return { strict, found, at: [...at], agreed: new Map() }
}

/** Whether `value` fits `pattern` at the place where the comparison stands. */
export function agree(pattern: unknown, value: unknown, comparison: Comparison): boolean {
  const matcher = matcherOf(pattern)
  if (matcher) return accepted(matcher, pattern, value, comparison)
  const kind = kindOf(pattern)
  const other = kindOf(value)
  // An error is an object as well: { message: 'no stock' } may stand for a part of it.
  if (kind !== other && !(kind === 'object' && other === 'error'))
    return differ(kindOfMismatch(pattern, value), pattern, value, comparison)
  switch (kind) {
    case 'array':
      return elementsAgree(pattern as unknown[], value as unknown[], comparison)
    case 'object':
    case 'error':
      return membersAgree(pattern as object, value as object, comparison)
    case 'map':
    case 'set':
      return collectionsAgree(kind, pattern as object, value as object, comparison)
    case 'bytes':
      return sameBytes(bytesOf(pattern as object), bytesOf(value as object)) || differ('value', pattern, value, comparison)
    case 'date':
      return sameScalar(timeOf(pattern), timeOf(value)) || differ('value', pattern, value, comparison)
    case 'boxed':
      return sameScalar((pattern as object).valueOf(), (value as object).valueOf()) || differ('value', pattern, value, comparison)
    default:
      return sameScalar(pattern, value) || differ('value', pattern, value, comparison)
  }
}

function elementsAgree(pattern: readonly unknown[], value: readonly unknown[], comparison: Comparison): boolean {
  return onceFor(pattern, value, comparison, () => {
    let same = true
    if (pattern.length !== value.length) {
      same = false
      report('length', pattern.length, value.length, comparison, ['length'])
      if (isFull(comparison)) return false
    }
    for (let index = 0; index < Math.min(pattern.length, value.length); index++) {
      if (agreeAt(index, pattern[index], value[index], comparison)) continue
      same = false
      if (isFull(comparison)) break
    }
    return same
  })
}

function membersAgree(pattern: object, value: object, comparison: Comparison): boolean {
  return onceFor(pattern, value, comparison, () => {
    let same = true
    const named = entriesOf(pattern)
    for (const [key, expected] of named) {
      if (agreeAt(key, expected, memberOf(value, key), comparison)) continue
      same = false
      if (isFull(comparison)) return false
    }
    if (!comparison.strict) return same
    const names = new Set(named.map(([key]) => key))
    for (const [key, actual] of entriesOf(value)) {
      if (names.has(key) || actual === undefined) continue
      same = agreeAt(key, undefined, actual, comparison)
      if (isFull(comparison)) return false
    }
    return same
  })
}

/** A map is compared by its keys where they are plain, like an object, and otherwise as the set of its entries. */
function collectionsAgree(kind: 'map' | 'set', pattern: object, value: object, comparison: Comparison): boolean {
  if (kind === 'map' && hasPlainKeys(pattern) && hasPlainKeys(value)) return membersAgree(pattern, value, comparison)
  return (
    onceFor(pattern, value, comparison, () => elementsCovered([...elementsOf(pattern)], [...elementsOf(value)], comparison)) ||
    differ('value', pattern, value, comparison)
  )
}

/** Every element of the pattern has one in the value that fits; when strict every element of the value is such a one. */
function elementsCovered(pattern: readonly unknown[], value: readonly unknown[], { strict }: Comparison): boolean {
  const partners = (expected: unknown, actual: unknown) => agree(expected, actual, newComparison(strict))
  if (!pattern.every((expected) => value.some((actual) => partners(expected, actual)))) return false
  if (!strict) return true
  return pattern.length === value.length && value.every((actual) => pattern.some((expected) => partners(expected, actual)))
}

function accepted(matcher: Matcher, pattern: unknown, value: unknown, comparison: Comparison): boolean {
  let note: string
  try {
    const answer = matcher.accepts(value)
    if (!isThenable(answer)) return answer ? true : differ('matcher', pattern, value, comparison)
    note = 'answered with a promise, which cannot be waited for here'
  } catch (error) {
    note = `threw ${String(error)}`
    if (comparison.found === undefined)
      throw new PredicateError(`${sentenceAbout(matcher, comparison.at)} ${note}`, { cause: error })
  }
  if (comparison.found === undefined) throw new PredicateError(`${sentenceAbout(matcher, comparison.at)} ${note}`)
  report('matcher', pattern, value, comparison, [], note)
  return false
}

function sentenceAbout(matcher: Matcher, at: Keys): string {
  const name = matcher.name.charAt(0).toUpperCase() + matcher.name.slice(1)
  return at.length === 0 ? name : `${name} at ${pathOf(at)}`
}

function isThenable(answer: unknown): boolean {
  return typeof answer === 'object' && answer !== null && typeof (answer as { then?: unknown }).then === 'function'
}

/** Compares a pair once; where a cycle leads back to it, it agrees. */
function onceFor(pattern: object, value: object, { agreed }: Comparison, compare: () => boolean): boolean {
  const partners = agreed.get(pattern) ?? new Set()
  if (partners.has(value)) return true
  agreed.set(pattern, partners.add(value))
  const same = compare()
  if (!same) partners.delete(value)
  return same
}

function agreeAt(key: string | number, pattern: unknown, value: unknown, comparison: Comparison): boolean {
  comparison.at.push(key)
  const same = comparison.at.length > deepest ? tooDeep(pattern, value, comparison) : agree(pattern, value, comparison)
  comparison.at.pop()
  return same
}

function tooDeep(pattern: unknown, value: unknown, comparison: Comparison): boolean {
  const place = pathOf(comparison.at.slice(0, 3))
  const sentence = `The pattern is nested more than ${deepest} levels deep below ${place}, and cannot be compared: let a function decide instead`
  if (comparison.found === undefined) throw new PredicateError(sentence)
  report('matcher', pattern, value, comparison, [], `is nested more than ${deepest} levels deep, which is not compared`)
  return false
}

function differ(kind: DifferenceKind, expected: unknown, actual: unknown, comparison: Comparison): false {
  report(kind, expected, actual, comparison)
  return false
}

function report(
  kind: DifferenceKind,
  expected: unknown,
  actual: unknown,
  { found, at }: Comparison,
  below: Keys = [],
  note?: string,
): void {
  if (found === undefined || found.length >= mostDifferences) return
  const keys = [...at, ...below]
  found.push({ path: pathOf(keys), keys, expected, actual, kind, ...(note === undefined ? {} : { note }) })
}

function isFull({ found }: Comparison): boolean {
  return found === undefined || found.length >= mostDifferences
}

function kindOfMismatch(pattern: unknown, value: unknown): DifferenceKind {
  if (value === undefined) return 'missing'
  return pattern === undefined ? 'extra' : 'type'
}

/** As `===`, but NaN is NaN. */
function sameScalar(a: unknown, b: unknown): boolean {
  return a === b || (a !== a && b !== b)
}

function timeOf(date: unknown): number {
  return Date.prototype.getTime.call(date)
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index])
}
