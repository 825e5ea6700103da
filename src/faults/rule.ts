import { deepest } from '../matching/compare'
import { inputFits } from '../matching/inputFits'
import { kindOf } from '../matching/kindOf'
import { matcherOf } from '../matching/matcherOf'
import type { OperationName } from '../model/api'
import type { Behaviour } from './behaviour'

/** A call as rules look at it: one attempt. */
export interface RuleCall {
  readonly operation: OperationName
  readonly input: Readonly<Record<string, unknown>>
  /** The event of an invocation, decoded when a rule asks for it. */
  readonly payload: () => unknown
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
}

/** Which calls something happens to. */
export interface Target {
  /** Order of declaration, from 0. */
  readonly id: number
  readonly operation: OperationName | '*'
  readonly pattern: unknown
  /** The input has no members that the pattern does not name. */
  readonly strict: boolean
  /** As the test's author wrote it, e.g. `on('Invoke', { FunctionName: 'orders' })`; for reports. */
  readonly text: string
  /** A target that names more wins over one that names less. */
  readonly specificity: number
}

/** One entry of a rule's script: a behaviour and how often it happens. */
export interface Step {
  readonly behaviour: Behaviour
  /** How often it happens in all; Infinity for a standing behaviour. */
  times: number
  /** How many matching calls pass by before it begins. */
  after: number
  /** Of the calls that it may happen to, one in so many. */
  every: number
  /** Share of the calls it happens to, 0 to 1. */
  probability: number
  /** Calls that came to this step. */
  seen: number
  /** Calls it happened to. */
  used: number
}

/** Which calls something happens to, and what. */
export interface Rule extends Target {
  readonly steps: Step[]
}

export function newStep(behaviour: Behaviour, times = Infinity): Step {
  return { behaviour, times, after: 0, every: 1, probability: 1, seen: 0, used: 0 }
}

/** Whether chance has a say in it. */
export function isByChance({ probability, behaviour }: Step): boolean {
  return probability < 1 || behaviour.drawn !== undefined
}

/** Whether a call is one of those that are meant. */
export function concerns({ operation, pattern, strict }: Target, call: RuleCall): boolean {
  if (operation !== '*' && operation !== call.operation) return false
  return pattern === undefined || inputFits(call.operation, pattern, call.input, call.payload, { strict })
}

/** The more a target names the earlier it is asked; among equals the last declared. */
export function byPrecedence(a: Target, b: Target): number {
  return b.specificity - a.specificity || b.id - a.id
}

/** How much a pattern names: the number of its leaves. */
export function specificity(operation: OperationName | '*', pattern: unknown): number {
  return (operation === '*' ? 0 : 1) + leaves(pattern)
}

function leaves(pattern: unknown, within: readonly object[] = []): number {
  if (pattern === undefined) return 0
  const kind = kindOf(pattern)
  if ((kind !== 'object' && kind !== 'array') || matcherOf(pattern) || within.includes(pattern as object)) return 1
  // The first call is told that nobody compares it.
  if (within.length > deepest) return 1
  const inside = [...within, pattern as object]
  return Object.values(pattern as object).reduce<number>((total, value) => total + leaves(value, inside), 0)
}

/** Whether the bounded part of the script still waits for calls. */
export function unusedSteps(rule: Rule): readonly Step[] {
  return rule.steps.filter((step) => step.times !== Infinity && step.used < step.times)
}
