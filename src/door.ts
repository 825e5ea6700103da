import { UsageError } from './errors/usageError'
import type { WebExchange } from './webExchange'
import type { Exchange, WireRequest } from './wire/messages'

/** What a door needs of the double behind it. */
export interface DoorOptions {
  readonly exchange: Exchange
  /** For HTTP clients of this process: function URLs, and links to code. */
  readonly web: WebExchange
  /** Stands in where the user set none. */
  readonly region: string
  readonly accountId: string
  /** A LambdaClient class, instances of it, or undefined: every LambdaClient of the caller's installation. */
  readonly clients?: unknown
  readonly retryDelays: 'skip' | 'real'
  readonly guard: 'lambda' | 'aws' | 'all' | 'off'
  readonly onUnmatched: 'error' | 'passthrough'
  /** With 'passthrough': whether a request to the Lambda API is none of the double's business. It is noted down by that. */
  readonly passesOn?: ((request: WireRequest) => boolean) | undefined
  /** File of the test that asked for the double: the SDK is resolved from there. */
  readonly callerFile: string | undefined
}

/** A way into the double that has been opened: foreign requests become exchanges until it is closed. */
export interface Door {
  /** A real LambdaClient that always speaks to this double. */
  newClient(config?: object): unknown
  /** Puts everything back exactly as it was found. */
  close(): void
}

export type OpenDoor = (options: DoorOptions) => Door

/** No way in from this process: for a double that is reached over its endpoint only. Needs no SDK. */
export const closedDoor: OpenDoor = () => ({
  newClient() {
    throw new UsageError('This double has no SDK client: it is reached over its HTTP endpoint.')
  },
  close() {},
})
