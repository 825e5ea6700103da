import type { Keys } from '../matching/difference'
import type { Secrecy } from '../matching/formatValue'
import { eventSecrecy } from '../usage/secrets'
import type { JsonSchema } from './schema'
import { schemasOfMember, schemasOfRoot } from './subschemas'

export type SecrecyOf = (keys: Keys) => Secrecy

/**
 * What of a payload may be shown. Not shown is a member, with all that is in it,
 * - which the contract lists as sensitive, by its name or the last names of its path, positions in arrays left out: `card.number`;
 * - which its JSON Schema marks: `sensitive: true`, `writeOnly: true` or `format: 'password'`;
 * - whose name is that of a credential, such as `authorization`.
 */
export function payloadSecrecy(sensitive: readonly string[], schema: JsonSchema | undefined): SecrecyOf {
  const marks = sensitive.map((path) => path.split('.'))
  const isListed = (keys: Keys): boolean => {
    if (eventSecrecy(keys) === 'secret') return true
    if (marks.length === 0 || typeof keys.at(-1) !== 'string') return false
    const names = keys.filter((key) => typeof key === 'string')
    return marks.some((mark) => endsWith(names, mark))
  }
  return (keys) => {
    let schemas = schema === undefined ? [] : schemasOfRoot(schema)
    for (let length = 0; ; length++) {
      if (isListed(keys.slice(0, length)) || schemas.some(marksItself)) return 'secret'
      if (length === keys.length) return 'open'
      if (schema !== undefined) schemas = schemasOfMember(schema, schemas, keys[length]!)
    }
  }
}

function endsWith(names: readonly string[], mark: readonly string[]): boolean {
  const start = names.length - mark.length
  return start >= 0 && mark.every((name, index) => name === names[start + index])
}

function marksItself(schema: JsonSchema): boolean {
  return schema.sensitive === true || schema.writeOnly === true || schema.format === 'password'
}

/** A text without what a payload keeps secret; one that repeats any of it is dropped as a whole. */
export function withoutMarked(text: string, payload: unknown, secrecy: SecrecyOf): string | undefined {
  return leavesOf(payload, [], secrecy).some((leaf) => text.includes(leaf)) ? undefined : text
}

function leavesOf(value: unknown, at: Keys, secrecy: SecrecyOf): readonly string[] {
  if (typeof value !== 'object' || value === null)
    return secrecy(at) === 'secret' && value !== '' && value !== null && value !== undefined ? [String(value)] : []
  const entries: readonly (readonly [string | number, unknown])[] = Array.isArray(value)
    ? [...value.entries()]
    : Object.entries(value)
  return entries.flatMap(([key, member]) => leavesOf(member, [...at, key], secrecy))
}
