import type { PayloadCheck } from './payloadCheck'
import type { JsonSchema, PayloadOf, Schema } from './schema'

/** Schemas of error payloads by errorType. */
export type ErrorSchemas = Readonly<Record<string, Schema>>

interface ExampleEvent<Event> {
  /** What the consumer sends. */
  readonly event: Event
  /** The state that the provider has to be in, by name; `verifyContract` sets it up by its `states`. */
  readonly given?: string | readonly string[]
}

/** An event and the answer to it. */
export interface AnsweredExample<Event = unknown, Response = unknown> extends ExampleEvent<Event> {
  readonly response: Response
  /**
   * Places whose value the provider may choose, such as ids and times, in arrays with `[*]`; the schema still holds there.
   * @example varies: ['orderId', 'items[*].addedAt']
   */
  readonly varies?: readonly string[]
  readonly error?: undefined
}

/** An event that the function fails on. */
export interface FailedExample<Event = unknown, ErrorType extends string = string> extends ExampleEvent<Event> {
  /** The errorType, or the payload with it: `{ errorType: 'OutOfStock', errorMessage: 'none left' }`. */
  readonly error:
    ErrorType | { readonly errorType: ErrorType; readonly errorMessage?: string; readonly [member: string]: unknown }
  readonly response?: undefined
}

/** An event, and what comes of it. */
export type Example<Event = unknown, Response = unknown, ErrorType extends string = string> =
  AnsweredExample<Event, Response> | FailedExample<Event, ErrorType>

/** What `defineContract` takes. */
export interface ContractDefinition<E extends Schema, R extends Schema, X extends ErrorSchemas> {
  /** The name of the function. */
  readonly function: string
  /** Who calls it. */
  readonly consumer: string
  /** Who owns it. */
  readonly provider: string
  /** What an event has to be. */
  readonly event: E
  /** What a successful answer has to be; without it any JSON is. */
  readonly response?: R
  /** What the payload of an error has to be, by its errorType; other errors than these break the contract. */
  readonly errors?: X
  readonly examples?: Readonly<Record<string, Example<PayloadOf<E>, PayloadOf<R>, keyof X & string>>>
  /** Whether the provider is forbidden to answer with members that `response` does not name. Default: false. */
  readonly strict?: boolean
  /**
   * Members whose values no report may show, by name or by the last names of their path: `['pin', 'card.number']`. Schemas can mark
   * them as well: `sensitive: true` (zod: `.meta({ sensitive: true })`), `writeOnly: true` or `format: 'password'`.
   */
  readonly sensitive?: readonly string[]
}

/** The method under which a contract keeps what its checks need; the same in every copy of this package. */
export const partsSymbol: unique symbol = Symbol.for('lambdouble.contract') as never

/** What a team that calls a function and the team that owns it have agreed upon. Made by `defineContract` and `readContract`. */
export interface Contract<Event = unknown, Response = unknown, ErrorType extends string = string> {
  /** `checkout -> orders: orders-create` */
  readonly name: string
  readonly function: string
  readonly consumer: string
  readonly provider: string
  readonly event: Schema
  readonly response: Schema | undefined
  readonly errors: ErrorSchemas
  readonly examples: Readonly<Record<string, Example<Event, Response, ErrorType>>>
  readonly strict: boolean
  readonly sensitive: readonly string[]
  /** For the checks of this package. */
  readonly [partsSymbol]: () => ContractParts
}

/** The event type of a contract. */
export type EventOf<C> = C extends Contract<infer Event, never, never> ? Event : C extends Contract<infer Event> ? Event : never

/** The response type of a contract. */
export type ResponseOf<C> = C extends Contract<infer _, infer Response> ? Response : never

/** What a contract keeps for its checks, made when it is first needed. */
export interface ContractParts {
  readonly event: () => Promise<PayloadCheck>
  readonly response: () => Promise<PayloadCheck>
  /** Undefined for an errorType that the contract does not have. */
  readonly error: (errorType: string) => Promise<PayloadCheck> | undefined
  /** The line to change, e.g. `contracts/checkout-orders.orders-create.json:12`. */
  readonly lineOf: (place: ContractPlace) => string | undefined
}

/** A part of a contract that somebody may have to change. */
export type ContractPlace = { readonly example?: string; readonly schema?: 'event' | 'response' | `errors/${string}` }

export type { JsonSchema }
