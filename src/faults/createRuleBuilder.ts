import { UsageError } from '../errors/usageError'
import { formatValue } from '../matching/formatValue'
import type { Behaviour } from './behaviour'
import { answers } from './behaviours/answers'
import { callsFake } from './behaviours/callsFake'
import { delays } from './behaviours/delays'
import { drips } from './behaviours/drips'
import { drops } from './behaviours/drops'
import { fails, type FailureMembers } from './behaviours/fails'
import { garbles } from './behaviours/garbles'
import { hangs } from './behaviours/hangs'
import { losesReply } from './behaviours/losesReply'
import { rejects } from './behaviours/rejects'
import { resolves } from './behaviours/resolves'
import { skewsClock } from './behaviours/skewsClock'
import { throttles } from './behaviours/throttles'
import { truncates } from './behaviours/truncates'
import { requireCount, requireShare } from './requireAmount'
import { newStep, type Rule, type Step } from './rule'
import type { HandWritten, On, RuleBuilder } from './ruleBuilder'

/** As it was written, whatever it was. */
function word(name: string, value: unknown): string {
  return `${name}(${formatValue(value, { limit: 60 })})`
}

/** Words that write into the script of a rule. */
export function createRuleBuilder<Input, Output>(rule: Rule, on: On): RuleBuilder<Input, Output> {
  const { operation, text } = rule
  const add = (behaviour: Behaviour, times?: number) => {
    rule.steps.push(newStep(behaviour, times))
    return builder
  }
  const change = (written: string, apply: (step: Step, written: string) => void) => {
    const step = rule.steps.at(-1)
    if (step === undefined)
      throw new UsageError(`${text}.${written} has nothing to count: put a verb before it, such as throttles().${written}.`)
    apply(step, written)
    return builder
  }
  const handWritten = (output: HandWritten<Output>) => resolves(operation, output)

  const builder: RuleBuilder<Input, Output> = {
    resolves: (output) => add(handWritten(output)),
    resolvesOnce: (output) => add(handWritten(output), 1),
    rejects: (error) => add(rejects(error)),
    rejectsOnce: (error) => add(rejects(error), 1),
    callsFake: (fake) => add(callsFake(operation, fake)),
    callsFakeOnce: (fake) => add(callsFake(operation, fake), 1),
    throttles: (throttle = {}) => add(throttles(throttle)),
    fails: (name, members = {} as FailureMembers<typeof name>, place = {}) => add(fails(operation, name, members, place)),
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
    times: (count) => change(word('times', count), (step, written) => (step.times = requireCount(count, written))),
    always: () => change('always()', (step) => (step.times = Infinity)),
    after: (count) => change(word('after', count), (step, written) => (step.after = requireCount(count, written))),
    every: (count) => change(word('every', count), (step, written) => (step.every = requireCount(count, written, { least: 1 }))),
    withProbability: (share) =>
      change(word('withProbability', share), (step, written) => (step.probability = requireShare(share, written))),
    on,
    onAnyCommand: (match, strict) => on('*', match, strict),
  }
  return builder
}
