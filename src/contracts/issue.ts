import type { Keys } from '../matching/difference'

/** One place where a payload breaks a contract. */
export interface Issue {
  /** From the payload's root: `$.items[0].qty`, `$` for the whole. */
  readonly path: string
  readonly keys: Keys
  /** What was expected and what is there, on one line; values of marked members are left out. */
  readonly message: string
}
