import type { AssertionView } from './assertionView'

/** The verdict of a matcher, as Jest and Vitest want it. The message speaks of the failure, of `.not` if it passed. */
export interface MatcherResult {
  readonly pass: boolean
  readonly message: () => string
  /** Why an assertion that holds cannot have been meant, if so: `.not` would pass for ever with a name that is misspelled. */
  readonly doubt?: () => string | undefined
}

/** A matcher without a runner. What it is called with comes from a test and is checked when it runs. */
export type MatcherFunction = (view: AssertionView, ...args: readonly unknown[]) => MatcherResult
