import { isDeepStrictEqual } from 'node:util'
import type { OperationName } from '../model/api'
import type { Strike, Weather } from './behaviour'
import { draw } from './draw'
import { inTurn } from './inTurn'
import {
  byPrecedence,
  concerns,
  isByChance,
  specificity,
  unusedSteps,
  type Rule,
  type RuleCall,
  type Step,
  type Target,
} from './rule'
import { createTurns, type Turn } from './turns'

/** The rules and the chaos of one double. */
export interface RuleBook {
  /** Finds or adds the rule for these calls; a rule that is declared again goes on where it was. */
  rule(operation: OperationName | '*', pattern: unknown, text: string, strict?: boolean): Rule
  /** Sets the chaos for these calls, in place of what there was, and gives the way to switch it off. */
  setChaos(operation: OperationName | '*', pattern: unknown, weather: Weather): () => void
  /** What happens to a call, taken off its rule's script; undefined if nothing does. */
  next(call: RuleCall): Strike | undefined
  /** Rules whose bounded part was not used up. */
  unused(): readonly Rule[]
  /** In the order of their declaration. */
  all(): readonly Rule[]
  /** Takes these rules away, or all. */
  remove(ids?: readonly number[]): void
}

interface Chaos extends Target {
  readonly weather: Weather
}

export function createRuleBook(seed: number): RuleBook {
  let rules: Rule[] = []
  const chaos: Chaos[] = []
  const turns = createTurns()
  let declared = 0

  const newTarget = (operation: OperationName | '*', pattern: unknown, text: string, strict = false): Target => ({
    ...{ id: declared++, operation, pattern, text, strict },
    specificity: specificity(operation, pattern) + (strict ? 1 : 0),
  })
  /** A number for one decision about the call whose turn it is. */
  const chanceOf = (decider: string, { kind, call, attempt }: Turn) => draw(seed, `${decider}/${kind}/${attempt}`, call)

  function strikeOfRules(call: RuleCall, turn: Turn | undefined): Strike | undefined {
    for (const rule of rules) {
      if (!concerns(rule, call)) continue
      for (const step of stepsInTurn(rule)) {
        const strike = strikeOf(rule, step, turn)
        if (strike !== undefined) return strike
      }
    }
    return undefined
  }

  /** Undefined if the step lets this call pass. */
  function strikeOf(rule: Rule, step: Step, turn: Turn | undefined): Strike | undefined {
    const { behaviour, probability, every, after } = step
    const chance = (purpose: string) => chanceOf(`${rule.id}.${rule.steps.indexOf(step)} ${purpose}`, turn!)
    const index = step.seen++ - after
    if (index < 0 || (index + 1) % every !== 0) return undefined
    if (probability < 1 && chance('share') >= probability) return undefined
    step.used++
    const drawn = behaviour.drawn?.(chance('drawn')) ?? behaviour
    return { ...drawn, text: `${rule.text}.${drawn.text}` }
  }

  /** What the most specific chaos has for this call, if there is one and it has anything. */
  function strikeOfChaos(call: RuleCall, turn: Turn | undefined): Strike | undefined {
    const found = chaos.find((each) => concerns(each, call))
    return found?.weather((purpose) => chanceOf(`${found.id} ${purpose}`, turn!))
  }

  return {
    rule(operation, pattern, text, strict = false) {
      const same = rules.find(
        (rule) => rule.operation === operation && rule.strict === strict && isDeepStrictEqual(rule.pattern, pattern),
      )
      if (same) return same
      const rule: Rule = { ...newTarget(operation, pattern, text, strict), steps: [] }
      rules.push(rule)
      rules.sort(byPrecedence)
      return rule
    },
    setChaos(operation, pattern, weather) {
      const isSame = (each: Chaos) => each.operation === operation && isDeepStrictEqual(each.pattern, pattern)
      const old = chaos.findIndex(isSame)
      if (old !== -1) chaos.splice(old, 1)
      const added: Chaos = { ...newTarget(operation, pattern, 'chaos'), weather }
      chaos.push(added)
      chaos.sort(byPrecedence)
      return () => {
        const index = chaos.indexOf(added)
        if (index !== -1) chaos.splice(index, 1)
      }
    },
    next(call) {
      // Taken before anything is asked: which of them gets to see the call first is up to chance too.
      const isUpToChance = chaos.length > 0 || rules.some(({ steps }) => steps.some(isByChance))
      const turn = isUpToChance ? turns(call) : undefined
      const first = strikeOfChaos(call, turn)
      return first === undefined ? strikeOfRules(call, turn) : inTurn(first, () => strikeOfRules(call, turn))
    },
    unused: () => rules.filter((rule) => unusedSteps(rule).length > 0).sort((a, b) => a.id - b.id),
    all: () => [...rules].sort((a, b) => a.id - b.id),
    remove(ids) {
      rules = ids === undefined ? [] : rules.filter(({ id }) => !ids.includes(id))
    },
  }
}

/**
 * The script: the first bounded step that is not used up. A call that it lets pass is for the standing steps, the one that was
 * declared last before the others.
 */
function stepsInTurn({ steps }: Rule): Step[] {
  const bounded = steps.find((step) => step.times !== Infinity && step.used < step.times)
  const standing = steps.filter((step) => step.times === Infinity).reverse()
  return bounded === undefined ? standing : [bounded, ...standing]
}
