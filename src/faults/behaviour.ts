import type { Clock } from '../clock/clock'
import type { ServiceError } from '../errors/serviceError'
import type { OperationName } from '../model/api'
import type { WireOutcome, WireRequest } from '../wire/messages'

/** A request that a rule may answer: one attempt. */
export interface FaultedCall {
  readonly operation: OperationName
  readonly input: Readonly<Record<string, unknown>>
  readonly request: WireRequest
  readonly clock: Clock
}

/** What a rule says instead of the operation. */
export type Answer =
  { readonly output: Readonly<Record<string, unknown>> } | { readonly error: ServiceError } | { readonly outcome: WireOutcome }

/** What happens to one call on its way to the operation, and to the answer on its way back. */
export interface Strike {
  /** As the test's author wrote it, e.g. `on('Invoke').throttles()`; for reports. */
  readonly text: string
  /** Answers in place of the operation; undefined lets the operation answer. Rejects with what the caller shall see as it is. */
  readonly before?: ((call: FaultedCall) => Promise<Answer | undefined> | Answer | undefined) | undefined
  /** Changes the finished answer on its way out. */
  readonly after?: ((outcome: WireOutcome, call: FaultedCall) => Promise<WireOutcome> | WireOutcome) | undefined
}

/** One thing that can go wrong, or be answered by hand. A verb of `lambda.on(...)` makes one. */
export interface Behaviour extends Strike {
  /** As the test's author wrote it, e.g. `throttles()`; for reports. */
  readonly text: string
  /** For a behaviour that differs from call to call: what it is for the call that drew this number in [0, 1). */
  readonly drawn?: (chance: number) => Strike
}

/** What happens to a call without any rule, if anything; asks for a number in [0, 1) for each thing that it leaves to chance. */
export type Weather = (chance: (purpose: string) => number) => Strike | undefined
