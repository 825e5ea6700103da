import { UsageError } from '../errors/usageError'
import type { ApiUse } from '../contracts/api/apiUse'
import type { Honoured } from '../contracts/consumer/honoured'
import type { CallEntry } from '../journal/callEntry'
import { formatValue } from '../matching/formatValue'
import { kindOf } from '../matching/kindOf'
import type { Delivery } from '../runtime/destinations/delivery'
import type { SourceView } from '../runtime/event-sources/sourceMessages'
import type { Invocation } from '../runtime/invocation'

/** What a double shows to the matchers. */
export interface AssertionView {
  readonly calls: readonly CallEntry[]
  readonly invocations: readonly Invocation[]
  readonly deliveries: readonly Delivery[]
  /** Queues, streams and clusters. */
  readonly sources: readonly SourceView[]
  readonly seed: number
  /** Older entries that had to make room. */
  readonly dropped: number
  readonly functionNames: readonly string[]
  /** How the Lambda API was used since the double was made. */
  readonly apiUse: ApiUse
  /** What is known of a contract; refuses what is none, and one that no function was held to. */
  readonly honoured: (contract: unknown) => Honoured
}

/** The method by which a matcher asks a double for its view; the same in every realm and in every copy of this package. */
export const viewSymbol: unique symbol = Symbol.for('lambdouble.view') as never

/** The view of what a test handed to `expect`. Anything but a double is a UsageError: `.not` would pass in silence otherwise. */
export function viewOf(received: unknown, matcher: string): AssertionView {
  const view = (received as { [viewSymbol]?: unknown } | null | undefined)?.[viewSymbol]
  if (typeof view === 'function') return (view as () => AssertionView).call(received)
  throw new UsageError(`${matcher} needs the object that mockLambda() returned, got ${described(received)}.`)
}

function described(value: unknown): string {
  if (typeof value === 'function') return value.name === '' ? 'a function' : `the function ${value.name}`
  const kind = kindOf(value)
  if (kind !== 'object') return kind === 'array' ? 'an array' : formatValue(value, { limit: 60 })
  const name = (value as { constructor?: { name?: unknown } }).constructor?.name
  return typeof name === 'string' && name !== 'Object' && name !== '' ? `an instance of ${name}` : 'another object'
}
