import type { Keys } from '../../matching/difference'
import { expectation } from '../expectation'
import { inOrder } from '../breach'
import { isJsonSchema, type JsonSchema } from '../schema'
import { objectOf, referred } from '../subschemas'
import { limitChanges, type Effect } from './limitChanges'

/** One change of a schema, and where. */
export interface SchemaChange {
  readonly keys: Keys
  readonly effect: Effect
  readonly text: string
}

/** How members that a schema does not name count: an event may not have them, a response may. */
export type Extras = 'refused' | 'allowed'

interface Side {
  readonly root: JsonSchema
  readonly schema: unknown
}

/** Every change from one schema to another. */
export function schemaChanges(before: JsonSchema, after: JsonSchema, extras: Extras): readonly SchemaChange[] {
  const seen = new Set<string>()

  function compare(was: Side, is: Side, keys: Keys): readonly SchemaChange[] {
    const old = resolved(was)
    const now = resolved(is)
    const pair = JSON.stringify([inOrder(old), inOrder(now)])
    if (JSON.stringify(inOrder(old)) === JSON.stringify(inOrder(now)) && !pair.includes('$ref')) return []
    if (seen.has(pair)) return []
    seen.add(pair)
    const change = (effect: Effect, text: string): SchemaChange => ({ keys, effect, text })
    const branches = branchChanges(old, now).map(([effect, text]) => change(effect, text))
    const types = typeChanges(was.root, old, is.root, now).map(([effect, text]) => change(effect, text))
    const limits = limitChanges(old, now).map(([effect, text]) => change(effect, text))
    return [...types, ...branches, ...limits, ...members(old, now, was, is, keys), ...items(old, now, was, is, keys)]
  }

  function members(old: JsonSchema, now: JsonSchema, was: Side, is: Side, keys: Keys): readonly SchemaChange[] {
    const [oldMembers, newMembers] = [objectOf(old.properties), objectOf(now.properties)]
    const [oldRequired, newRequired] = [namesIn(old.required), namesIn(now.required)]
    return [...new Set([...Object.keys(oldMembers), ...Object.keys(newMembers)])].sort().flatMap((name) => {
      const at = [...keys, name]
      const change = (effect: Effect, text: string): SchemaChange => ({ keys: at, effect, text })
      const [wasRequired, isRequired] = [oldRequired.has(name), newRequired.has(name)]
      if (!Object.hasOwn(oldMembers, name)) {
        const added = change(extras === 'refused' ? 'wider' : 'none', 'is new')
        return isRequired ? [change('narrower', 'is new and required'), ...(extras === 'refused' ? [added] : [])] : [added]
      }
      if (!Object.hasOwn(newMembers, name)) {
        const removed = change(extras === 'refused' ? 'narrower' : wasRequired ? 'wider' : 'none', 'is gone')
        return extras === 'refused' && wasRequired ? [removed, change('wider', 'is no longer required')] : [removed]
      }
      const required: readonly SchemaChange[] =
        wasRequired === isRequired
          ? []
          : [isRequired ? change('narrower', 'was optional, is required') : change('wider', 'was required, is optional')]
      return [
        ...required,
        ...compare({ root: was.root, schema: oldMembers[name] }, { root: is.root, schema: newMembers[name] }, at),
      ]
    })
  }

  function items(old: JsonSchema, now: JsonSchema, was: Side, is: Side, keys: Keys): readonly SchemaChange[] {
    if (old.items === undefined && now.items === undefined) return []
    return compare({ root: was.root, schema: old.items ?? {} }, { root: is.root, schema: now.items ?? {} }, [...keys, '[*]'])
  }

  return compare({ root: before, schema: before }, { root: after, schema: after }, [])
}

type Fact = readonly [effect: Effect, text: string]

function typeChanges(oldRoot: JsonSchema, old: JsonSchema, newRoot: JsonSchema, now: JsonSchema): readonly Fact[] {
  const [was, is] = [literalsOf(old), literalsOf(now)]
  const became = `was ${expectation(oldRoot, old)}, is ${expectation(newRoot, now)}`
  if (was && is) return setChanges(was, is)
  if (was || is) return [[is ? 'narrower' : 'wider', became]]
  const [oldTypes, newTypes] = [typesOf(old), typesOf(now)]
  const gone = oldTypes.filter((type) => !covers(newTypes, type))
  const added = newTypes.filter((type) => !covers(oldTypes, type))
  const narrowed =
    gone.length > 0 || (oldTypes.includes('number') && newTypes.includes('integer') && !newTypes.includes('number'))
  if (narrowed && added.length > 0 && !(added.length === 1 && added[0] === 'integer')) return [['unclear', became]]
  return narrowed ? [['narrower', became]] : added.length > 0 ? [['wider', became]] : []
}

const allTypes = ['array', 'boolean', 'integer', 'null', 'number', 'object', 'string']

function typesOf({ type }: JsonSchema): readonly string[] {
  return type === undefined ? allTypes : [type].flat().map(String)
}

/** Every integer is a number. */
function covers(types: readonly string[], type: string): boolean {
  return types.includes(type) || (type === 'integer' && types.includes('number'))
}

function literalsOf(schema: JsonSchema): readonly string[] | undefined {
  const values = 'const' in schema ? [schema.const] : schema.enum
  return Array.isArray(values) ? values.map((value) => JSON.stringify(inOrder(value))) : undefined
}

function setChanges(was: readonly string[], is: readonly string[]): readonly Fact[] {
  const gone = was.filter((value) => !is.includes(value))
  const added = is.filter((value) => !was.includes(value))
  return [
    ...(gone.length > 0 ? [['narrower', `is no longer ${gone.join(' or ')}`] as const] : []),
    ...(added.length > 0 ? [['wider', `may be ${added.join(' or ')} as well`] as const] : []),
  ]
}

/** Branches that are gone or new as they are; others are not understood, and said to be so. */
function branchChanges(old: JsonSchema, now: JsonSchema): readonly Fact[] {
  return (
    ['anyOf', 'oneOf', 'allOf', 'not', 'if', 'then', 'else', 'additionalProperties', 'patternProperties', 'prefixItems'] as const
  ).flatMap((keyword): readonly Fact[] => {
    const [was, is] = [old[keyword], now[keyword]].map((each) => JSON.stringify(inOrder(each)))
    if (was === is) return []
    if ((keyword === 'anyOf' || keyword === 'oneOf') && Array.isArray(old[keyword]) && Array.isArray(now[keyword])) {
      const [before, after] = [old[keyword], now[keyword]].map((each) =>
        (each as unknown[]).map((branch) => JSON.stringify(inOrder(branch))),
      )
      const gone = before!.filter((branch) => !after!.includes(branch)).length
      const added = after!.filter((branch) => !before!.includes(branch)).length
      if (gone === 0 || added === 0)
        return [[gone > 0 ? 'narrower' : 'wider', `${gone > 0 ? `lost ${gone}` : `has ${added} more`} of its alternatives`]]
    }
    return [['unclear', `has another ${keyword}, which cannot be compared`]]
  })
}

/** What a schema refers to; alternatives that are types alone are one list of types. */
function resolved({ root, schema }: Side): JsonSchema {
  if (!isJsonSchema(schema)) return schema === false ? { not: {} } : {}
  const target = referred(root, schema.$ref) ?? schema
  const { $schema: _schema, $defs: _defs, title: _title, description: _description, examples: _examples, ...rules } = target
  const { anyOf, ...others } = rules
  const plain =
    Array.isArray(anyOf) &&
    anyOf.every((each) => isJsonSchema(each) && typeof each.type === 'string' && Object.keys(each).length === 1)
  return plain ? { ...others, type: (anyOf as JsonSchema[]).map(({ type }) => type) } : rules
}

function namesIn(value: unknown): ReadonlySet<string> {
  return new Set(Array.isArray(value) ? value.map(String) : [])
}
