import { isDeepStrictEqual } from 'node:util'
import { inputFits } from '../matching/inputFits'
import type { OperationName } from '../model/api'
import { draw } from './draw'
import type { Behaviour } from './behaviour'
import { specificity, unusedSteps, type Rule, type Step } from './rule'

/** The rules of one double, in the order they were declared. */
export interface RuleBook {
  /** A rule for these calls; the one that is there already if it names the very same, so that queues append. */
  rule(operation: OperationName | '*', pattern: unknown, text: string): Rule
  /** The behaviour for a call, taken off its rule's script; undefined if no rule speaks. */
  next(operation: OperationName, input: Readonly<Record<string, unknown>>, payload: () => unknown): Behaviour | undefined
  /** Rules whose bounded part was not used up. */
  unused(): readonly Rule[]
  all(): readonly Rule[]
  clear(): void
  /** Takes these rules away, or all; returns how many there were. */
  remove(ids?: readonly number[]): number
}

export function createRuleBook(seed: number): RuleBook {
  let rules: Rule[] = []
  let declared = 0

  return {
    rule(operation, pattern, text) {
      const same = rules.find((rule) => rule.operation === operation && isDeepStrictEqual(rule.pattern, pattern))
      if (same) return same
      const rule: Rule = { id: declared++, operation, pattern, text, specificity: specificity(operation, pattern), steps: [] }
      rules.push(rule)
      // The more a rule names the earlier it is asked; among equals the last declared.
      rules.sort((a, b) => b.specificity - a.specificity || b.id - a.id)
      return rule
    },
    next(operation, input, payload) {
      for (const rule of rules) {
        if (rule.operation !== '*' && rule.operation !== operation) continue
        if (rule.pattern !== undefined && !inputFits(operation, rule.pattern, input, payload)) continue
        const step = nextStep(rule, String(input.FunctionName ?? ''), seed)
        if (step) return step.behaviour
      }
      return undefined
    },
    unused: () => rules.filter((rule) => unusedSteps(rule).length > 0).sort((a, b) => a.id - b.id),
    all: () => [...rules].sort((a, b) => a.id - b.id),
    clear() {
      rules = []
    },
    remove(ids) {
      const before = rules.length
      rules = ids === undefined ? [] : rules.filter(({ id }) => !ids.includes(id))
      return before - rules.length
    },
  }
}

/** The first bounded step that is not used up, else the standing one that was declared last. */
function nextStep(rule: Rule, functionName: string, seed: number): Step | undefined {
  const step =
    rule.steps.find((each) => each.times !== Infinity && each.used < each.times) ??
    rule.steps.findLast((each) => each.times === Infinity)
  if (step === undefined) return undefined
  const index = step.seen++
  if (index < step.after) return undefined
  if (step.probability < 1 && draw(seed, rule.id, functionName, index) >= step.probability) return undefined
  step.used++
  return step
}
