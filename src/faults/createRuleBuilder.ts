import { UsageError } from '../errors/usageError'
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

/** Words that write into the script of a rule. */
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
    callsFake: (fake) => add(callsFake(operation, fake)),
    callsFakeOnce: (fake) => add(callsFake(operation, fake), 1),
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
