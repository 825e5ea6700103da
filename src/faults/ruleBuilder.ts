import type { Duration } from '../clock/duration'
import type { UnmodelledErrorName } from '../errors/serviceError'
import { UsageError } from '../errors/usageError'
import type { InputMatch } from '../matching/match'
import type { ErrorName, Input, OperationName, Output } from '../model/api'
import type { Behaviour } from './behaviour'
import { answers, type ForeignAnswer } from './behaviours/answers'
import { callsFake } from './behaviours/callsFake'
import { delays } from './behaviours/delays'
import { drips, type Drip } from './behaviours/drips'
import { drops } from './behaviours/drops'
import { fails, type FailureMembers } from './behaviours/fails'
import { garbles, type Garbling } from './behaviours/garbles'
import { hangs } from './behaviours/hangs'
import { losesReply } from './behaviours/losesReply'
import { rejects } from './behaviours/rejects'
import { resolves } from './behaviours/resolves'
import { skewsClock } from './behaviours/skewsClock'
import { throttles, type Throttle } from './behaviours/throttles'
import { truncates, type Truncation } from './behaviours/truncates'
import type { NetworkCode } from './networkCode'
import { requireCount, requireShare, type Latency } from './requireAmount'
import { newStep, type Rule, type Step } from './rule'
import type { StreamPlace } from './streamPlace'

/** An output written by hand: any part of it; a payload is any JSON value, and bytes and strings are sent as they are. */
export type HandWritten<Output> = { readonly [Key in keyof Output]?: Key extends 'Payload' ? unknown : Output[Key] }

/**
 * What `lambda.on(...)` returns: verbs add to the rule's script, and the words after a verb say how often it happens. All but
 * `rejects` and `callsFake` take plain data. Each attempt of the SDK's retry loop is a call of its own.
 * @example lambda.on('Invoke', { FunctionName: 'orders' }).throttles().times(2).drops('ECONNRESET').once()
 */
export interface RuleBuilder<Input, Output> {
  /** Answers with this output; nothing is run. */
  resolves(output: HandWritten<Output>): RuleBuilder<Input, Output>
  resolvesOnce(output: HandWritten<Output>): RuleBuilder<Input, Output>
  /** Answers with this error: a ServiceError or an SDK exception over the wire, a network error by its code, any other as it is. */
  rejects(error?: unknown): RuleBuilder<Input, Output>
  rejectsOnce(error?: unknown): RuleBuilder<Input, Output>
  /** Answers with what a function makes of the input. */
  callsFake(fake: (input: Input, getClient: () => undefined) => unknown): RuleBuilder<Input, Output>
  callsFakeOnce(fake: (input: Input, getClient: () => undefined) => unknown): RuleBuilder<Input, Output>

  /** Answers 429 TooManyRequestsException. */
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
   */
  drops(code?: NetworkCode, place?: StreamPlace<Output>): RuleBuilder<Input, Output>
  /**
   * Lets the operation happen and cuts its answer off.
   * @example lambda.on('InvokeWithResponseStream').truncates({ at: 'complete' })
   */
  truncates(cut?: Truncation<Output>): RuleBuilder<Input, Output>
  /** Lets the operation happen and makes its answer unreadable: no JSON; in a stream, an event with a wrong checksum. */
  garbles(garbling?: Garbling<Output>): RuleBuilder<Input, Output>
  /** Lets the operation happen and loses its answer: whoever tries again makes it happen twice. */
  losesReply(code?: NetworkCode): RuleBuilder<Input, Output>
  /**
   * Answers with HTTP that is not Lambda's, such as a proxy's error page.
   * @example lambda.on('Invoke').answers({ status: 502, body: '<html>Bad Gateway</html>' }).once()
   */
  answers(answer: ForeignAnswer): RuleBuilder<Input, Output>
  /**
   * AWS's clock is that much ahead of the caller's, or behind: requests are refused as wrongly signed until the caller corrects its
   * clock by the `Date` of an answer, as the SDK does.
   */
  skewsClock(by: Duration, direction?: 'ahead' | 'behind'): RuleBuilder<Input, Output>

  /** Lets the operation answer after a time, or one between two bounds; it costs nothing in virtual time. */
  delays(latency: Latency): RuleBuilder<Input, Output>
  /** Lets the operation answer, and sends its body piece by piece, with a pause before each. */
  drips(drip: Drip): RuleBuilder<Input, Output>
  /** Never answers; with `afterChunks`, never goes on with the stream. A caller's abort and time-outs end it. */
  hangs(place?: StreamPlace<Output>): RuleBuilder<Input, Output>

  /** The verb before it happens to one call. */
  once(): RuleBuilder<Input, Output>
  /** The verb before it happens to this many calls. */
  times(count: number): RuleBuilder<Input, Output>
  /** The verb before it happens from now on (the default). */
  always(): RuleBuilder<Input, Output>
  /** The verb before it lets this many calls pass first. */
  after(count: number): RuleBuilder<Input, Output>
  /** The verb before it happens to one call in so many: with 3 to the third, the sixth, the ninth. */
  every(count: number): RuleBuilder<Input, Output>
  /** The verb before it happens to this share of the calls, 0 to 1, reproducible from the seed. */
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

export function createRuleBuilder<Input, Output>(rule: Rule, on: On): RuleBuilder<Input, Output> {
  const { operation, text } = rule
  const add = (behaviour: Behaviour, times?: number) => {
    rule.steps.push(newStep(behaviour, times))
    return builder
  }
  const change = (word: string, apply: (step: Step) => void) => {
    const step = rule.steps.at(-1)
    if (step === undefined)
      throw new UsageError(`${text}.${word} has nothing to count: put a verb before it, such as throttles().${word}.`)
    apply(step)
    return builder
  }
  const handWritten = (output: HandWritten<Output>) => resolves(operation, output)

  const builder: RuleBuilder<Input, Output> = {
    resolves: (output) => add(handWritten(output)),
    resolvesOnce: (output) => add(handWritten(output), 1),
    rejects: (error) => add(rejects(error)),
    rejectsOnce: (error) => add(rejects(error), 1),
    callsFake: (fake) => add(callsFake(fake)),
    callsFakeOnce: (fake) => add(callsFake(fake), 1),
    throttles: (throttle = {}) => add(throttles(throttle)),
    fails: (name, members, place = {}) => add(fails(operation, name, members ?? ({} as FailureMembers<typeof name>), place)),
    drops: (code = 'ECONNRESET', place = {}) => add(drops(operation, code, place)),
    truncates: (cut = {}) => add(truncates(operation, cut)),
    garbles: (garbling = {}) => add(garbles(operation, garbling)),
    losesReply: (code = 'ECONNRESET') => add(losesReply(code)),
    answers: (answer) => add(answers(answer)),
    skewsClock: (by, direction = 'ahead') => add(skewsClock(by, direction)),
    delays: (latency) => add(delays(latency, `${text}.delays`)),
    drips: (drip) => add(drips(drip)),
    hangs: (place = {}) => add(hangs(operation, place)),
    once: () => change('once()', (step) => (step.times = 1)),
    times: (count) => change(`times(${count})`, (step) => (step.times = requireCount(count, `times(${count})`))),
    always: () => change('always()', (step) => (step.times = Infinity)),
    after: (count) => change(`after(${count})`, (step) => (step.after = requireCount(count, `after(${count})`))),
    every: (count) => change(`every(${count})`, (step) => (step.every = requireCount(count, `every(${count})`, { least: 1 }))),
    withProbability: (share) =>
      change(`withProbability(${share})`, (step) => (step.probability = requireShare(share, `withProbability(${share})`))),
    on,
    onAnyCommand: (match, strict) => on('*', match, strict),
  }
  return builder
}
