import type { JsonSchema } from '../schema'
import type { SchemaChange } from './schemaChanges'

/** Limits from below: a higher one accepts less. */
const least = ['minimum', 'exclusiveMinimum', 'minLength', 'minItems', 'minProperties']
/** Limits from above: a lower one accepts less. */
const most = ['maximum', 'exclusiveMaximum', 'maxLength', 'maxItems', 'maxProperties']
/** Rules that are there or not. */
const others = ['pattern', 'multipleOf', 'uniqueItems']

type LimitChange = readonly [effect: SchemaChange['effect'], text: string]

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
