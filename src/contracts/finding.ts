import { pathOf, type Keys } from '../matching/difference'
import { formatValue } from '../matching/formatValue'
import type { Issue } from './issue'
import { received } from './jsonValue'
import type { JsonSchema } from './schema'
import type { SecrecyOf } from './secrecy'

/** An issue with what kind of rule was broken: branches of a schema are told apart by their literals and types. */
export interface Finding extends Issue {
  readonly kind: 'extra' | 'missing' | 'type' | 'literal' | 'limit'
}

/** What is explained: the document of the schema, and what may be shown. */
export interface Explaining {
  readonly root: JsonSchema
  readonly secrecy: SecrecyOf
}

/** Words one finding; `expected` is empty for a member that should not be there. */
export function finding(
  kind: Finding['kind'],
  keys: Keys,
  { expected, actual }: { readonly expected: string; readonly actual: unknown },
  { secrecy }: Explaining,
): Finding {
  const path = jsonPath(keys)
  if (secrecy(keys) === 'secret') {
    const verdict = kind === 'missing' ? 'is missing' : kind === 'extra' ? 'is not in the contract' : 'does not fit'
    return { kind, keys, path, message: kind === 'missing' ? verdict : `${verdict} (its value is not shown)` }
  }
  const got = received(actual, formatValue(actual, { limit: 60, secrecy, at: keys }))
  if (kind === 'missing') return { kind, keys, path, message: `expected ${expected}, and it is missing` }
  return {
    kind,
    keys,
    path,
    message: expected === '' ? `is not in the contract, got ${got}` : `expected ${expected}, got ${got}`,
  }
}

/** `$.items[0].qty` */
export function jsonPath(keys: Keys): string {
  const path = pathOf(keys)
  return path === '' || path.startsWith('[') ? `$${path}` : `$.${path}`
}
