import { formatValue } from '../matching/formatValue'
import { isJsonSchema, type JsonSchema } from './schema'
import { objectOf, referred } from './subschemas'

/** What a schema wants, in a few words: `integer`, `"new" or "paid"`, `string or null`, `array of string`. */
export function expectation(root: JsonSchema, schema: unknown, depth = 0): string {
  if (schema === false) return 'nothing'
  if (!isJsonSchema(schema) || depth > 4) return 'a value'
  const target = referred(root, schema.$ref)
  if (target) return expectation(root, target, depth + 1)
  if ('const' in schema) return literal(schema.const)
  if (Array.isArray(schema.enum)) return oneOf(schema.enum.map(literal))
  const branches = schema.anyOf ?? schema.oneOf
  if (Array.isArray(branches)) return oneOf(branches.map((branch) => expectation(root, branch, depth + 1)))
  if (Array.isArray(schema.type)) return oneOf(schema.type.map(String))
  if (schema.type === 'array' && isJsonSchema(schema.items)) return `array of ${expectation(root, schema.items, depth + 1)}`
  if (typeof schema.type === 'string') return schema.type
  if (Array.isArray(schema.allOf) && schema.allOf.length > 0) return expectation(root, schema.allOf[0], depth + 1)
  return Object.keys(objectOf(schema.properties)).length > 0 ? 'object' : 'a value'
}

function literal(value: unknown): string {
  return formatValue(value, { limit: 40 })
}

/** `a`, `a or b`, `a, b or c`; many are cut short. */
function oneOf(words: readonly string[]): string {
  const all = [...new Set(words)]
  if (all.length > 8) return `one of ${all.slice(0, 7).join(', ')} and ${all.length - 7} more`
  return all.length < 2 ? (all[0] ?? 'nothing') : `${all.slice(0, -1).join(', ')} or ${all.at(-1)}`
}
