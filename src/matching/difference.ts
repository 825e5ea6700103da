/** The way from a pattern's root to one of its members. */
export type Keys = readonly (string | number)[]

/**
 * What is wrong at a place: a member is not there, or is there and should not be, has another value, another type, another
 * length, or a matcher refused it.
 */
export type DifferenceKind = 'missing' | 'extra' | 'value' | 'type' | 'length' | 'matcher'

/** One place where a value does not fit a pattern. */
export interface Difference {
  /** As one would write it in code, e.g. `items[0].qty`; empty for the whole value. */
  readonly path: string
  readonly keys: Keys
  /** The pattern at this place; the number of elements for the length of an array. */
  readonly expected: unknown
  readonly actual: unknown
  readonly kind: DifferenceKind
  /** Why a matcher could not even decide. */
  readonly note?: string | undefined
}

/** Keys as one would write them in code: `items[0].qty`, `headers["content-type"]`. */
export function pathOf(keys: Keys): string {
  return keys
    .map((key, index) => {
      if (typeof key === 'number') return `[${key}]`
      if (!/^[A-Za-z_$][\w$]*$/.test(key)) return `[${JSON.stringify(key)}]`
      return index === 0 ? key : `.${key}`
    })
    .join('')
}
