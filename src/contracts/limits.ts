import { formatValue } from '../matching/formatValue'
import type { JsonSchema } from './schema'
import { matches, objectOf } from './subschemas'

/** Limits of a schema that a value breaks, worded to follow what is expected: `of at least 1`, `with 2 items at most`. */
export function brokenLimits(schema: JsonSchema, value: unknown): readonly string[] {
  if (typeof value === 'number') return numberLimits(schema, value)
  if (typeof value === 'string') return stringLimits(schema, value)
  if (Array.isArray(value)) return arrayLimits(schema, value)
  return typeof value === 'object' && value !== null ? memberLimits(schema, Object.keys(objectOf(value)).length) : []
}

type Limit = readonly [breaks: boolean, text: string]

function numberLimits({ minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf }: JsonSchema, value: number) {
  return broken([
    [isNumber(minimum) && value < minimum, `of at least ${String(minimum)}`],
    [isNumber(maximum) && value > maximum, `of ${String(maximum)} at most`],
    [isNumber(exclusiveMinimum) && value <= exclusiveMinimum, `above ${String(exclusiveMinimum)}`],
    [isNumber(exclusiveMaximum) && value >= exclusiveMaximum, `below ${String(exclusiveMaximum)}`],
    [isNumber(multipleOf) && !Number.isInteger(value / multipleOf), `that is a multiple of ${String(multipleOf)}`],
  ])
}

function stringLimits({ minLength, maxLength, pattern }: JsonSchema, value: string) {
  // Counted in characters, as JSON Schema does, not in code units.
  const { length } = [...value]
  return broken([
    [isNumber(minLength) && length < minLength, `of at least ${count(minLength, 'character')}`],
    [isNumber(maxLength) && length > maxLength, `of ${count(maxLength, 'character')} at most`],
    [typeof pattern === 'string' && !matches(pattern, value), `that matches ${formatValue(pattern, { limit: 60 })}`],
  ])
}

function arrayLimits({ minItems, maxItems, uniqueItems }: JsonSchema, value: readonly unknown[]) {
  return broken([
    [isNumber(minItems) && value.length < minItems, `with at least ${count(minItems, 'item')}`],
    [isNumber(maxItems) && value.length > maxItems, `with ${count(maxItems, 'item')} at most`],
    [uniqueItems === true && new Set(value.map((item) => JSON.stringify(item))).size < value.length, 'of different items'],
  ])
}

function memberLimits({ minProperties, maxProperties }: JsonSchema, members: number) {
  return broken([
    [isNumber(minProperties) && members < minProperties, `with at least ${count(minProperties, 'member')}`],
    [isNumber(maxProperties) && members > maxProperties, `with ${count(maxProperties, 'member')} at most`],
  ])
}

function broken(limits: readonly Limit[]): readonly string[] {
  return limits.filter(([breaks]) => breaks).map(([, text]) => text)
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number'
}

function count(number: unknown, noun: string): string {
  return `${String(number)} ${noun}${number === 1 ? '' : 's'}`
}
