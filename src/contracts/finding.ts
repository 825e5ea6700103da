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

/**
 * One finding; `expected` is empty for a member that should not be there. It is worded when it is read: most are of branches that
 * were not meant, and what of a value may be shown is asked of the whole schema.
 */
export function finding(
  kind: Finding['kind'],
  keys: Keys,
  { expected, actual }: { readonly expected: string; readonly actual: unknown },
  { secrecy }: Explaining,
): Finding {
  const words = () => {
    if (secrecy(keys) === 'secret') {
      const verdict = kind === 'missing' ? 'is missing' : kind === 'extra' ? 'is not in the contract' : 'does not fit'
      return kind === 'missing' ? verdict : `${verdict} (its value is not shown)`
    }
    if (kind === 'missing') return `expected ${expected}, and it is missing`
    const got = received(actual, formatValue(actual, { limit: 60, secrecy, at: keys }))
    return expected === '' ? `is not in the contract, got ${got}` : `expected ${expected}, got ${got}`
  }
  let message: string | undefined
  return {
    kind,
    keys,
    path: jsonPath(keys),
    get message() {
      return (message ??= words())
    },
  }
}

/** `$.items[0].qty` */
export function jsonPath(keys: Keys): string {
  const path = pathOf(keys)
  return path === '' || path.startsWith('[') ? `$${path}` : `$.${path}`
}
