import type { Duration } from '../clock/duration'
import type { UnmodelledErrorName } from '../errors/serviceError'
import type { InputMatch } from '../matching/match'
import type { ErrorName, Input, OperationName, Output } from '../model/api'
import type { ForeignAnswer } from './behaviours/answers'
import type { Drip } from './behaviours/drips'
import type { FailureMembers } from './behaviours/fails'
import type { Garbling } from './behaviours/garbles'
import type { Throttle } from './behaviours/throttles'
import type { Truncation } from './behaviours/truncates'
import type { NetworkCode } from './networkCode'
import type { Latency } from './requireAmount'
import type { StreamPlace } from './streamPlace'

/** An output written by hand: any part of it; a payload is any JSON value, and bytes and strings are sent as they are. */
export type HandWritten<Output> = { readonly [Key in keyof Output]?: Key extends 'Payload' ? unknown : Output[Key] } & {
  /** What the SDK adds to every output: it may be there, and is not sent. */
  readonly $metadata?: object
}

/**
 * What `lambda.on(...)` returns: verbs add to the rule's script, and the words after a verb say how often it happens. All but
 * `rejects` and `callsFake` take plain data. Each attempt of the SDK's retry loop is a call of its own.
 * @throws {UsageError} for a member, an error or a number that cannot be, and for a word that has no verb before it
 * @example lambda.on('Invoke', { FunctionName: 'orders' }).throttles().times(2).drops('ECONNRESET').once()
 */
export interface RuleBuilder<Input, Output> {
  /**
   * Answers with this output; nothing is run.
   * @example lambda.on('Invoke').resolves({ StatusCode: 200, Payload: { ok: true } })
   */
  resolves(output: HandWritten<Output>): RuleBuilder<Input, Output>
  resolvesOnce(output: HandWritten<Output>): RuleBuilder<Input, Output>
  /**
   * Answers with this error: a ServiceError or an SDK exception over the wire, a network error by its code, any other as it is.
   * @example lambda.on('Invoke').rejects(new Error('no such thing'))
   */
  rejects(error?: unknown): RuleBuilder<Input, Output>
  rejectsOnce(error?: unknown): RuleBuilder<Input, Output>
  /**
   * Answers with what a function makes of the input.
   * @example lambda.on('GetAlias').callsFake(({ Name }) => ({ Name, FunctionVersion: '1' }))
   */
  callsFake(fake: (input: Input, getClient: () => undefined) => unknown): RuleBuilder<Input, Output>
  callsFakeOnce(fake: (input: Input, getClient: () => undefined) => unknown): RuleBuilder<Input, Output>

  /**
   * Answers 429 TooManyRequestsException; with a Retry-After header, in seconds, where one is asked for.
   * @example lambda.on('Invoke').throttles({ retryAfterSeconds: 2 }).times(2)
   */
  throttles(throttle?: Throttle): RuleBuilder<Input, Output>
  /**
   * Answers with one of Lambda's errors by name, with the status, members and class that it really has; with `afterChunks`, an event
   * of that name ends the stream.
   * @example lambda.on('Invoke').fails('EC2UnexpectedException', { EC2ErrorCode: 'Server.InternalError' })
   */
  fails<Name extends ErrorName | UnmodelledErrorName>(
    name: Name,
    members?: FailureMembers<Name>,
    place?: StreamPlace<Output>,
  ): RuleBuilder<Input, Output>

  /**
   * Breaks the connection before the operation is reached; with `afterChunks`, in the middle of the stream. `HPE_INVALID_CONSTANT` is
   * an answer that is no HTTP, `HPE_HEADER_OVERFLOW` one with too large a header, `CERT_HAS_EXPIRED` and its kin are TLS.
   * @param code of Node's; default ECONNRESET
   * @example lambda.on('Invoke').drops('ETIMEDOUT').once()
   */
  drops(code?: NetworkCode, place?: StreamPlace<Output>): RuleBuilder<Input, Output>
  /**
   * Lets the operation happen and cuts its answer off.
   * @example lambda.on('InvokeWithResponseStream').truncates({ at: 'complete' })
   */
  truncates(cut?: Truncation<Output>): RuleBuilder<Input, Output>
  /**
   * Lets the operation happen and makes its answer unreadable: no JSON; in a stream, an event with a wrong checksum.
   * @example lambda.on('GetFunction').garbles().once()
   */
  garbles(garbling?: Garbling<Output>): RuleBuilder<Input, Output>
  /**
   * Lets the operation happen and loses its answer: whoever tries again makes it happen twice.
   * @param code of Node's; default ECONNRESET
   * @example lambda.on('PublishVersion').losesReply().once()
   */
  losesReply(code?: NetworkCode): RuleBuilder<Input, Output>
  /**
   * Answers with HTTP that is not Lambda's, such as a proxy's error page.
   * @example lambda.on('Invoke').answers({ status: 502, body: '<html>Bad Gateway</html>' }).once()
   */
  answers(answer: ForeignAnswer): RuleBuilder<Input, Output>
  /**
   * AWS's clock is that much ahead of the caller's, or behind: requests are refused as wrongly signed until the caller corrects its
   * clock by the `Date` of an answer, as the SDK does.
   * @example lambda.on('*').skewsClock('10m')
   */
  skewsClock(by: Duration, direction?: 'ahead' | 'behind'): RuleBuilder<Input, Output>

  /**
   * Lets the operation answer after a time, or one between two bounds; it costs nothing in virtual time. A number is milliseconds.
   * @example lambda.on('Invoke').delays([5, 200])
   */
  delays(latency: Latency): RuleBuilder<Input, Output>
  /**
   * Lets the operation answer, and sends its body piece by piece, with a pause before each.
   * @example lambda.on('Invoke').drips({ every: '1s', bytes: 100 })
   */
  drips(drip: Drip): RuleBuilder<Input, Output>
  /**
   * Never answers; with `afterChunks`, never goes on with the stream. A caller's abort and time-outs end it.
   * @example lambda.on('InvokeWithResponseStream').hangs({ afterChunks: 1 })
   */
  hangs(place?: StreamPlace<Output>): RuleBuilder<Input, Output>

  /** The verb before it happens to one call. */
  once(): RuleBuilder<Input, Output>
  /** The verb before it happens to this many calls. */
  times(count: number): RuleBuilder<Input, Output>
  /** The verb before it happens from now on (the default). */
  always(): RuleBuilder<Input, Output>
  /**
   * The verb before it lets this many calls pass first.
   * @example lambda.on('Invoke').throttles().after(10).once()
   */
  after(count: number): RuleBuilder<Input, Output>
  /** The verb before it happens to one call in so many: with 3 to the third, the sixth, the ninth. */
  every(count: number): RuleBuilder<Input, Output>
  /**
   * The verb before it happens to this share of the calls, 0 to 1, reproducible from the seed.
   * @example lambda.on('Invoke').fails('ServiceException').withProbability(0.1)
   */
  withProbability(share: number): RuleBuilder<Input, Output>

  /** Goes on to the next rule of the double: `lambda.on` itself. */
  readonly on: On
  /** The same for every command: `on('*', match, strict)`. */
  onAnyCommand(match?: InputMatch<AnyMembers>, strict?: boolean): RuleBuilder<AnyMembers, AnyMembers>
}

type AnyMembers = Record<string, unknown>

/** A command class of the SDK's with the types of its input and output; any copy and version of the SDK will do. */
export type TypedCommand<In, Out> = abstract new (...input: never[]) => {
  readonly input: In
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- the SDK's own types differ from version to version
  resolveMiddleware(...parts: any[]): (...parts: any[]) => Promise<{ output: Out }>
}

/** `lambda.on`: what happens to calls of an operation. `strict` refuses inputs with members that `match` does not name. */
export interface On {
  <Name extends OperationName>(
    operation: Name,
    match?: InputMatch<Input<Name>>,
    strict?: boolean,
  ): RuleBuilder<Input<Name>, Output<Name>>
  (operation: '*', match?: InputMatch<AnyMembers>, strict?: boolean): RuleBuilder<AnyMembers, AnyMembers>
  <In extends object, Out extends object>(
    command: TypedCommand<In, Out>,
    match?: InputMatch<In>,
    strict?: boolean,
  ): RuleBuilder<In, Out>
}
