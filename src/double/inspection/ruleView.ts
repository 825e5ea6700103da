import type { Rule } from '../../faults/rule'

/** A rule of `lambda.on`, as plain data that may be shown. */
export interface RuleView {
  readonly id: number
  /** A name, or '*'. */
  readonly operation: string
  /** The function that it is about, if it names one. */
  readonly functionName: string | undefined
  /** As it was declared: `on('Invoke', {"FunctionName":"orders"})`. */
  readonly text: string
  /** What happens to matching calls, in this order. */
  readonly steps: readonly {
    /** `throttles()` */
    readonly text: string
    /** How often it happens in all; undefined for always. */
    readonly times: number | undefined
    /** How often it has happened. */
    readonly used: number
    /** How many calls pass by before it begins. */
    readonly after: number
    /** Of the calls after that, one in so many; 1 for each. */
    readonly every: number
    /** Share of the calls it happens to, 0 to 1. */
    readonly probability: number
  }[]
}

export function ruleView({ id, operation, pattern, text, steps }: Rule): RuleView {
  const { FunctionName: name } = (pattern ?? {}) as { readonly FunctionName?: unknown }
  return {
    id,
    operation,
    functionName: typeof name === 'string' ? name : undefined,
    text,
    steps: steps.map(({ behaviour, times, used, after, every, probability }) => ({
      text: behaviour.text,
      times: times === Infinity ? undefined : times,
      used,
      after,
      every,
      probability,
    })),
  }
}
