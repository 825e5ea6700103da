import type { Keys } from '../matching/difference'
import { expectation } from './expectation'
import { finding, type Explaining, type Finding } from './finding'
import { isOfType, sameJson } from './jsonValue'
import { brokenLimits } from './limits'
import { isJsonSchema, type JsonSchema } from './schema'
import { matches, membersNamed, objectOf, referred } from './subschemas'

/** What the schemas of one place say together. */
interface Heard {
  readonly findings: readonly Finding[]
  /** Members that one of them names. */
  readonly named: ReadonlySet<string>
  /** One of them lists members, so that others are unknown. */
  readonly lists: boolean
  /** One of them says that others are welcome, or that they are not. */
  readonly others: 'welcome' | 'refused' | undefined
}

const silence: Heard = { findings: [], named: new Set(), lists: false, others: undefined }

/**
 * Every place where a value does not fit a JSON Schema, in words. The verdict is the validator's: this says where and why, in the same
 * words whichever library the schema was written with. Members that the schema does not name are of the kind `extra`, unless it
 * welcomes them by `additionalProperties`.
 */
export function explain(schema: unknown, value: unknown, explaining: Explaining, at: Keys = []): readonly Finding[] {
  const heard = listen(schema, value, at, explaining)
  return distinct([...heard.findings, ...unnamed(heard, value, at, explaining)])
}

function unnamed(heard: Heard, value: unknown, at: Keys, explaining: Explaining): readonly Finding[] {
  return unnamedMembers(heard, value).map((name) =>
    finding(
      heard.others === 'refused' ? 'limit' : 'extra',
      [...at, name],
      { expected: '', actual: objectOf(value)[name] },
      explaining,
    ),
  )
}

function unnamedMembers({ named, lists, others }: Heard, value: unknown): readonly string[] {
  if ((!lists && others !== 'refused') || others === 'welcome') return []
  return Object.keys(objectOf(value)).filter((name) => !named.has(name))
}

function listen(schema: unknown, value: unknown, at: Keys, explaining: Explaining, depth = 0): Heard {
  const { root } = explaining
  const refuse = (kind: Finding['kind'], expected: string) => ({
    ...silence,
    findings: [finding(kind, at, { expected, actual: value }, explaining)],
  })
  if (schema === false) return refuse('literal', 'nothing')
  if (!isJsonSchema(schema) || depth > 20) return silence
  const wanted = expectation(root, schema)
  if (schema.type !== undefined && ![schema.type].flat().some((type) => isOfType(value, type))) return refuse('type', wanted)
  if ('const' in schema && !sameJson(schema.const, value)) return refuse('literal', wanted)
  if (Array.isArray(schema.enum) && !schema.enum.some((each) => sameJson(each, value))) return refuse('literal', wanted)
  const beside = (next: unknown) => listen(next, value, at, explaining, depth + 1)
  const parts: Heard[] = [ownRules(schema, value, at, explaining)]
  if (schema.$ref !== undefined) parts.push(beside(referred(root, schema.$ref)))
  for (const each of list(schema.allOf)) parts.push(beside(each))
  for (const branches of [list(schema.anyOf), list(schema.oneOf)])
    if (branches.length > 0) parts.push(bestBranch(branches.map(beside), { schema, value, at }, explaining))
  if (schema.if !== undefined) parts.push(beside(fitsAll(beside(schema.if)) ? schema.then : schema.else))
  if (schema.not !== undefined && fitsAll(beside(schema.not))) parts.push(refuse('limit', `not ${expectation(root, schema.not)}`))
  return together(parts)
}

/** The rules of one schema but for its branches. */
function ownRules(schema: JsonSchema, value: unknown, at: Keys, explaining: Explaining): Heard {
  const wanted = expectation(explaining.root, schema)
  const findings = brokenLimits(schema, value).map((limit) =>
    finding('limit', at, { expected: `${wanted} ${limit}`, actual: value }, explaining),
  )
  if (Array.isArray(value)) {
    const tuple = list(schema.prefixItems)
    value.forEach((item, index) => {
      findings.push(...explain(index < tuple.length ? tuple[index] : schema.items, item, explaining, [...at, index]))
    })
    return { ...silence, findings }
  }
  if (typeof value !== 'object' || value === null) return { ...silence, findings }
  const members = objectOf(value)
  const named = new Set(Object.keys(objectOf(schema.properties)))
  for (const name of list(schema.required).map(String)) {
    named.add(name)
    if (Object.hasOwn(members, name)) continue
    const expected = expectation(explaining.root, membersNamed(schema, name)[0])
    findings.push(finding('missing', [...at, name], { expected, actual: undefined }, explaining))
  }
  const others = [schema.additionalProperties, schema.unevaluatedProperties].find((each) => each !== undefined)
  for (const [name, member] of Object.entries(members)) {
    if (Object.keys(objectOf(schema.patternProperties)).some((pattern) => matches(pattern, name))) named.add(name)
    for (const each of membersNamed(schema, name))
      if (each !== false) findings.push(...explain(each, member, explaining, [...at, name]))
  }
  const says = others === undefined ? undefined : others === false ? 'refused' : 'welcome'
  return { findings, named, lists: schema.properties !== undefined, others: says }
}

/** Of several branches the one that fits, or the one that was meant; if that is unclear, what all of them want together. */
function bestBranch(
  heard: readonly Heard[],
  { schema, value, at }: { readonly schema: JsonSchema; readonly value: unknown; readonly at: Keys },
  explaining: Explaining,
): Heard {
  const extras = (each: Heard) => each.findings.length + unnamedMembers(each, value).length
  const fitting = heard.filter(fitsAll).sort((a, b) => extras(a) - extras(b))
  if (fitting[0]) return fitting[0]
  const meant = heard.filter(({ findings }) => !findings.some((each) => tellsApart(each, at)))
  if (meant.length === 1) return meant[0]!
  const place = sharedPlace(heard, at) ?? at
  const expected =
    place === at
      ? expectation(explaining.root, { anyOf: schema.anyOf ?? schema.oneOf })
      : literalsOf(schema, place.at(-1)!, explaining)
  const actual = place === at ? value : objectOf(value)[String(place.at(-1))]
  return { ...silence, findings: [finding('literal', place, { expected, actual }, explaining)] }
}

/** A branch that breaks on its type, or on a literal such as `kind: "card"`, is not the one that was meant. */
function tellsApart({ kind, keys }: Finding, at: Keys): boolean {
  return keys.length === at.length ? kind !== 'limit' : keys.length === at.length + 1 && kind === 'literal'
}

/** The member on whose literal every branch breaks. */
function sharedPlace(heard: readonly Heard[], at: Keys): Keys | undefined {
  const places = heard.map(({ findings }) => findings.find((each) => each.keys.length > at.length && tellsApart(each, at))?.keys)
  return places.every((place) => place !== undefined && place.at(-1) === places[0]?.at(-1)) ? places[0] : undefined
}

function literalsOf(schema: JsonSchema, member: string | number, { root }: Explaining): string {
  const branches = [...list(schema.anyOf), ...list(schema.oneOf)]
  const resolved = branches.map((branch) => (isJsonSchema(branch) ? (referred(root, branch.$ref) ?? branch) : {}))
  return expectation(root, { anyOf: resolved.flatMap((branch) => membersNamed(branch, String(member))) })
}

function fitsAll({ findings }: Heard): boolean {
  return findings.every(({ kind }) => kind === 'extra')
}

function together(parts: readonly Heard[]): Heard {
  return {
    findings: parts.flatMap(({ findings }) => findings),
    named: new Set(parts.flatMap(({ named }) => [...named])),
    lists: parts.some(({ lists }) => lists),
    others: parts.find(({ others }) => others === 'refused')?.others ?? parts.find(({ others }) => others !== undefined)?.others,
  }
}

function distinct(findings: readonly Finding[]): readonly Finding[] {
  return [...new Map(findings.map((each) => [`${each.path} ${each.message}`, each])).values()]
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as unknown[]) : []
}
