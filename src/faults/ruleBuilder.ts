import type { Duration } from '../clock/duration'
import { milliseconds } from '../clock/duration'
import type { UnmodelledErrorName } from '../errors/serviceError'
import { UsageError } from '../errors/usageError'
import type { ErrorName } from '../model/api'
import type { Behaviour } from './behaviour'
import { callsFake } from './behaviours/callsFake'
import { delays } from './behaviours/delays'
import { fails, type FailureMembers } from './behaviours/fails'
import { rejects } from './behaviours/rejects'
import { resolves } from './behaviours/resolves'
import { throttles, type Throttle } from './behaviours/throttles'
import { newStep, type Rule, type Step } from './rule'

/** An output written by hand: any part of it; a payload is any JSON value, and bytes and strings are sent as they are. */
export type HandWritten<Output> = { readonly [Key in keyof Output]?: Key extends 'Payload' ? unknown : Output[Key] }

/** What `lambda.on(...)` returns: verbs add to the rule's script, and the words after a verb say how often it happens. */
export interface RuleBuilder<Input, Output> {
  /** Answers with this output; nothing is run. */
  resolves(output: HandWritten<Output>): RuleBuilder<Input, Output>
  resolvesOnce(output: HandWritten<Output>): RuleBuilder<Input, Output>
  /** Answers with this error: a ServiceError or an SDK exception over the wire, a network error by its code, any other as it is. */
  rejects(error: unknown): RuleBuilder<Input, Output>
  rejectsOnce(error: unknown): RuleBuilder<Input, Output>
  /** Answers with what a function makes of the input. */
  callsFake(fake: (input: Input, getClient: () => undefined) => unknown): RuleBuilder<Input, Output>
  callsFakeOnce(fake: (input: Input, getClient: () => undefined) => unknown): RuleBuilder<Input, Output>
  /** Answers 429 TooManyRequestsException. */
  throttles(throttle?: Throttle): RuleBuilder<Input, Output>
  /** Answers with one of Lambda's errors by name, with the status, members and class that it really has. */
  fails<Name extends ErrorName | UnmodelledErrorName>(name: Name, members?: FailureMembers<Name>): RuleBuilder<Input, Output>
  /** Lets the operation answer after a time, which costs nothing in virtual time. */
  delays(duration: Duration): RuleBuilder<Input, Output>
  /** The verb before it happens to one call. */
  once(): RuleBuilder<Input, Output>
  /** The verb before it happens to this many calls; each attempt of the SDK's retry loop counts. */
  times(count: number): RuleBuilder<Input, Output>
  /** The verb before it happens from now on (the default). */
  always(): RuleBuilder<Input, Output>
  /** The verb before it lets this many calls pass first. */
  after(count: number): RuleBuilder<Input, Output>
  /** The verb before it happens to this share of the calls, 0 to 1, reproducible from the seed. */
  withProbability(share: number): RuleBuilder<Input, Output>
}

export function createRuleBuilder<Input, Output>(rule: Rule): RuleBuilder<Input, Output> {
  const add = (behaviour: Behaviour, times?: number) => {
    rule.steps.push(newStep(behaviour, times))
    return builder
  }
  const change = (word: string, apply: (step: Step) => void) => {
    const step = rule.steps.at(-1)
    if (step === undefined)
      throw new UsageError(`${rule.text}.${word} has nothing to count: put a verb before it, such as throttles().${word}.`)
    apply(step)
    return builder
  }
  const handWritten = (output: HandWritten<Output>) => resolves(rule.operation, output)

  const builder: RuleBuilder<Input, Output> = {
    resolves: (output) => add(handWritten(output)),
    resolvesOnce: (output) => add(handWritten(output), 1),
    rejects: (error) => add(rejects(error)),
    rejectsOnce: (error) => add(rejects(error), 1),
    callsFake: (fake) => add(callsFake(fake)),
    callsFakeOnce: (fake) => add(callsFake(fake), 1),
    throttles: (throttle = {}) => add(throttles(throttle)),
    fails: (name, members) => add(fails(name, members ?? ({} as FailureMembers<typeof name>))),
    delays: (duration) => add(delays(requireDuration(duration, `${rule.text}.delays`))),
    once: () => change('once()', (step) => (step.times = 1)),
    times: (count) => change(`times(${count})`, (step) => (step.times = requireCount(count, `times(${count})`))),
    always: () => change('always()', (step) => (step.times = Infinity)),
    after: (count) => change(`after(${count})`, (step) => (step.after = requireCount(count, `after(${count})`))),
    withProbability: (share) => change(`withProbability(${share})`, (step) => (step.probability = requireShare(share))),
  }
  return builder
}

function requireCount(count: number, where: string): number {
  if (Number.isInteger(count) && count >= 0) return count
  throw new UsageError(`${where} needs a whole number of calls, 0 or more.`)
}

function requireShare(share: number): number {
  if (share >= 0 && share <= 1) return share
  throw new UsageError(`withProbability(${share}) needs a share between 0 (never) and 1 (always).`)
}

function requireDuration(duration: Duration, where: string): number {
  const length = milliseconds(duration)
  if (length !== undefined) return length
  throw new UsageError(`${where}(${JSON.stringify(duration)}) needs milliseconds or a duration such as '200ms', '2s' or '1m'.`)
}
