import type { Difference } from '../matching/difference'

/** A call and what keeps it from being the expected one. */
export interface Miss<T> {
  readonly call: T
  readonly differences: readonly Difference[]
}

/**
 * Calls in the order of how little they differ from what was expected; among equals the earlier call first. A member that is not
 * there counts as much as all that the pattern says about it.
 */
export function nearestCalls<T>(calls: readonly T[], expectation: (call: T) => readonly Difference[]): Miss<T>[] {
  return calls
    .map((call) => ({ call, differences: expectation(call) }))
    .map((miss) => ({ miss, distance: miss.differences.reduce((total, difference) => total + weightOf(difference), 0) }))
    .sort((a, b) => a.distance - b.distance)
    .map(({ miss }) => miss)
}

function weightOf({ kind, expected }: Difference): number {
  return kind === 'missing' || kind === 'type' ? leaves(expected, 0) : 1
}

function leaves(pattern: unknown, depth: number): number {
  if (typeof pattern !== 'object' || pattern === null || ArrayBuffer.isView(pattern) || depth > 8) return 1
  return Math.max(
    1,
    Object.values(pattern).reduce<number>((total, member) => total + leaves(member, depth + 1), 0),
  )
}
