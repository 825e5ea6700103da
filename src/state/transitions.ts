import type { RegionState } from './regionState'

/** Completes the changes whose time has come; all of them if `now` is Infinity. */
export function completeTransitions(region: RegionState, now: number): void {
  if (region.transitions.length === 0) return
  const due = region.transitions.filter((transition) => transition.at <= now)
  if (due.length === 0) return
  region.transitions = region.transitions.filter((transition) => transition.at > now)
  for (const transition of due) transition.complete()
}
