import type { EventEmitter } from 'node:events'
import type { Readable } from 'node:stream'

/** What the door touches of nock, whichever version it is. */
export interface Nock {
  (origin: RegExp): NockScope
  isActive(): boolean
  activate(): void
  restore(): void
  cleanAll(): void
  /** Of all interceptors that are in place: the method, then the origin and the path. */
  activeMocks(): string[]
  removeInterceptor(interceptor: NockInterceptor): boolean
  /** There since version 15. */
  readonly getGetRequestBody?: unknown
}

export interface NockScope {
  persist(): NockScope
  intercept(path: RegExp, method: string): NockInterceptor
  on(event: 'request', listener: (request: NockRequest | Request) => void): unknown
}

export interface NockInterceptor {
  /** Of the request that is about to be answered, before version 15. */
  readonly req?: NockRequest
  optionally(): NockInterceptor
  /** Version 15 calls it with the request, those before it with the path and a body that they have read in their own way. */
  reply(answer: (this: NockInterceptor, ...input: unknown[]) => Promise<NockReply>): unknown
}

/** A request as the versions before 15 have it: Node's, with what nock adds. */
export interface NockRequest extends EventEmitter {
  /** GET, if it is not said. */
  readonly method?: string
  /** With the query string. */
  readonly path: string
  headers: Readonly<Record<string, string | number | readonly string[] | undefined>>
  /** Where it goes: `https` and `lambda.us-east-1.amazonaws.com:443`. */
  readonly options: { readonly proto: string; readonly host: string }
  readonly requestBodyBuffers: readonly Buffer[]
  /** There once the answer's body flows. */
  readonly res?: { destroy(error: Error): unknown }
}

/** Status, body, and headers by name and value in turn. */
export type NockReply = [status: number, body: Buffer | Readable, headers: string[]]
