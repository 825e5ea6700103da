import type { JsonSchema } from '../schema'

/** Limits from below: a higher one accepts less. */
const least = ['minimum', 'exclusiveMinimum', 'minLength', 'minItems', 'minProperties']
/** Limits from above: a lower one accepts less. */
const most = ['maximum', 'exclusiveMaximum', 'maxLength', 'maxItems', 'maxProperties']
/** Rules that are there or not. */
const others = ['pattern', 'multipleOf', 'uniqueItems']

/** What a change of a schema does: it accepts less than before, or more; `unclear` if it may be both. */
export type Effect = 'narrower' | 'wider' | 'unclear' | 'none'

type LimitChange = readonly [effect: Effect, text: string]

/** Changes of limits: one that is new accepts less, one that is gone more. */
export function limitChanges(old: JsonSchema, now: JsonSchema): readonly LimitChange[] {
  return [...least, ...most, ...others].flatMap((keyword): readonly LimitChange[] => {
    const [was, is] = [old[keyword], now[keyword]]
    if (was === is) return []
    if (was === undefined) return [['narrower', `has a new ${keyword}, ${String(is)}`]]
    if (is === undefined) return [['wider', `has no ${keyword} any more, it was ${String(was)}`]]
    const text = `${keyword} was ${String(was)}, is ${String(is)}`
    if (others.includes(keyword)) return [['unclear', text]]
    return [[Number(is) > Number(was) === least.includes(keyword) ? 'narrower' : 'wider', text]]
  })
}
