import { isJsonObject } from '../../../json/jsonObject'
import { fitsComparison } from './fitsComparison'

/** A pattern of EventBridge's language: what has to be in a record. `isFilterPattern` has found it in order. */
export interface FilterPattern {
  readonly [field: string]: FilterPattern | readonly unknown[]
}

/**
 * Whether a record fits a pattern: every field of the pattern fits, and of `$or` one alternative.
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html
 */
export function fitsPattern(pattern: FilterPattern, record: unknown): boolean {
  return Object.entries(pattern).every(([field, rule]) =>
    field === '$or'
      ? (rule as readonly FilterPattern[]).some((alternative) => fitsPattern(alternative, record))
      : fitsRule(rule, memberOf(record, field)),
  )
}

/** A list holds comparisons of the value, one of which has to fit; an object goes on into what is inside. */
function fitsRule(rule: FilterPattern | readonly unknown[], value: unknown): boolean {
  if (isList(rule)) return rule.some((comparison) => fitsComparison(comparison, leavesOf(value)))
  // In a list of objects, one of them has to fit as a whole.
  return Array.isArray(value) ? value.some((element) => fitsPattern(rule, element)) : fitsPattern(rule, value)
}

/**
 * What a comparison sees: a value, or each of a list. Objects, and lists without anything in them, are no values: to a comparison
 * they are not there.
 */
function leavesOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value.flatMap(leavesOf)
  return value === undefined || (typeof value === 'object' && value !== null) ? [] : [value]
}

function memberOf(record: unknown, field: string): unknown {
  return isJsonObject(record) && Object.hasOwn(record, field) ? record[field] : undefined
}

function isList(rule: FilterPattern | readonly unknown[]): rule is readonly unknown[] {
  return Array.isArray(rule)
}
