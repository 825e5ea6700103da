import { nearest } from '../errors/nearest'
import { UsageError } from '../errors/usageError'
import { isJsonObject, type JsonObject } from '../json/jsonObject'
import type { Keys } from '../matching/difference'
import { formatValue } from '../matching/formatValue'
import { deepest } from './payloadCheck'
import { isSchema } from './schema'
import { dialect } from './toJsonSchema'

const members = ['function', 'consumer', 'provider', 'event', 'response', 'errors', 'examples', 'strict', 'sensitive']
const exampleMembers = ['event', 'response', 'error', 'given', 'varies']

/** Refuses a definition that is no contract. `subject` says, for a place in it, what is refused: the message begins with that. */
export function requireDefinition(definition: unknown, subject: (keys: Keys) => string): void {
  const refuse: Refuse = (keys, problem) => {
    throw new UsageError(`${subject(keys)} ${problem}`)
  }
  if (!isJsonObject(definition)) return refuse([], `needs an object with ${members.join(', ')}; got ${shown(definition)}.`)
  requireKnown(definition, members, [], refuse)
  for (const name of ['function', 'consumer', 'provider']) {
    const value = definition[name]
    if (typeof value !== 'string' || value.trim() === '')
      refuse([name], `has to be a name, such as 'orders'; got ${shown(value)}.`)
  }
  requireSchema(definition.event, ['event'], refuse)
  if (definition.response !== undefined) requireSchema(definition.response, ['response'], refuse)
  const errors = requireObject(definition.errors, ['errors'], 'an object of schemas by errorType', refuse)
  for (const [errorType, schema] of Object.entries(errors)) requireSchema(schema, ['errors', errorType], refuse)
  if (definition.strict !== undefined && typeof definition.strict !== 'boolean')
    refuse(['strict'], `has to be true or false; got ${shown(definition.strict)}.`)
  requireNames(definition.sensitive, ['sensitive'], "such as ['pin', 'card.number']", refuse)
  const examples = requireObject(definition.examples, ['examples'], 'an object of examples by name', refuse)
  for (const [name, example] of Object.entries(examples)) requireExample(example, ['examples', name], Object.keys(errors), refuse)
}

type Refuse = (keys: Keys, problem: string) => void

function requireExample(example: unknown, at: Keys, errorTypes: readonly string[], refuse: Refuse): void {
  if (!isJsonObject(example)) return refuse(at, `has to be { event, response } or { event, error }; got ${shown(example)}.`)
  requireKnown(example, exampleMembers, at, refuse)
  if (example.event === undefined) refuse(at, 'has no event: an example is { event, response } or { event, error }.')
  const answered = example.response !== undefined
  if (answered === (example.error !== undefined))
    refuse(
      at,
      `has ${answered ? 'a response and an error' : 'neither a response nor an error'}: an example is { event, response } or { event, error }.`,
    )
  if (example.error !== undefined) requireError(example.error, [...at, 'error'], errorTypes, refuse)
  if (typeof example.given !== 'string') requireNames(example.given, [...at, 'given'], "such as 'no stock'", refuse)
  requireNames(example.varies, [...at, 'varies'], "such as ['orderId', 'items[*].id']", refuse)
  for (const member of ['event', 'response', 'error']) requireJson(example[member], [...at, member], refuse)
}

function requireError(error: unknown, at: Keys, known: readonly string[], refuse: Refuse): void {
  const errorType = isJsonObject(error) ? error.errorType : error
  if (typeof errorType !== 'string') return refuse(at, `has to be an errorType, or a payload with one; got ${shown(error)}.`)
  if (known.includes(errorType)) return
  const close = nearest(errorType, known)
  const advice = close
    ? `Did you mean '${close}'?`
    : known.length > 0
      ? `There are: ${known.join(', ')}.`
      : 'There are none: give errors their schemas.'
  refuse(at, `names '${errorType}', which is not in errors. ${advice}`)
}

/** The keys that lead to a payload of an example: examples, its name, `event`. */
const exampleDepth = 3

/** What a file cannot hold and Lambda cannot carry: functions, dates, undefined in an array, NaN. */
function requireJson(value: unknown, at: Keys, refuse: Refuse, open: readonly unknown[] = []): void {
  if (value === undefined && open.length === 0) return
  if (value === null || typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value)) return
  const isPlain = isJsonObject(value) && [Object.prototype, null].includes(Object.getPrototypeOf(value) as object | null)
  const isOfOtherRealm = !isPlain && isJsonObject(value) && Object.getPrototypeOf(Object.getPrototypeOf(value) as object) === null
  if ((!isPlain && !isOfOtherRealm && !Array.isArray(value)) || open.includes(value))
    return refuse(at, `has to be JSON, as it travels and as it stands in a file; got ${shown(value)}.`)
  if (open.length === deepest)
    return refuse(at.slice(0, exampleDepth), `is nested more than ${deepest} levels deep: contracts go no further.`)
  for (const [key, member] of Object.entries(value as object))
    if (member !== undefined || Array.isArray(value))
      requireJson(member, [...at, Array.isArray(value) ? Number(key) : key], refuse, [...open, value])
}

function requireSchema(schema: unknown, at: Keys, refuse: Refuse): void {
  if (!isSchema(schema))
    return refuse(at, `has to be a schema: one of zod, valibot or arktype, a JSON Schema, or a type guard; got ${shown(schema)}.`)
  const { $schema } = schema as { readonly $schema?: unknown }
  if (typeof schema === 'object' && typeof $schema === 'string' && !$schema.startsWith(dialect))
    refuse(at, `is a JSON Schema of another draft: contracts use ${dialect}, this is ${$schema}.`)
}

function requireObject(value: unknown, at: Keys, what: string, refuse: Refuse): JsonObject {
  if (value !== undefined && !isJsonObject(value)) refuse(at, `has to be ${what}; got ${shown(value)}.`)
  return (value ?? {}) as JsonObject
}

function requireNames(value: unknown, at: Keys, such: string, refuse: Refuse): void {
  if (value === undefined || (Array.isArray(value) && value.every((name) => typeof name === 'string' && name !== ''))) return
  refuse(at, `has to be names, ${such}; got ${shown(value)}.`)
}

function requireKnown(value: object, known: readonly string[], at: Keys, refuse: Refuse): void {
  for (const name of Object.keys(value)) {
    if (known.includes(name)) continue
    const close = nearest(name, known)
    refuse(at, `has no member '${name}'.${close ? ` Did you mean '${close}'?` : ` It has: ${known.join(', ')}.`}`)
  }
}

function shown(value: unknown): string {
  return formatValue(value, { limit: 60 })
}
