import type { RegionState } from './regionState'
import type { Change } from './transition'

/** Completes the changes whose time has come; all of them if `now` is Infinity. */
export function completeTransitions(region: RegionState, now: number): void {
  if (region.transitions.length === 0) return
  const due = region.transitions.filter((transition) => transition.at <= now)
  if (due.length === 0) return
  region.transitions = region.transitions.filter((transition) => transition.at > now)
  for (const { at, change } of due) complete(change, region, now === Infinity ? undefined : at)
}

/** @param at when it is over; undefined if changes take no time */
function complete(change: Change, region: RegionState, at: number | undefined): void {
  switch (change.kind) {
    case 'version created':
    case 'version updated':
      if (change.kind === 'version created') change.version.state = { state: 'Active' }
      // Becoming active gives a new revision id too (recorded).
      change.version.lastUpdate = { status: 'Successful' }
      change.version.revisionId = change.revisionId
      return
    case 'mapping changed':
      change.mapping.state = change.mapping.enabled ? 'Enabled' : 'Disabled'
      change.mapping.lastModified = at ?? change.mapping.lastModified
      return
    case 'mapping deleted':
      region.eventSourceMappings.delete(change.mapping.uuid)
      return
    case 'concurrency allocated':
      change.config.allocated = change.config.requested
      change.config.status = 'READY'
      return
    case 'scaling applied':
      change.config.applied = change.config.requested
      return
    case 'version scaled':
      if (change.version.state === change.from) change.version.state = change.to
      return
    case 'provider created':
      if (change.provider.state === 'Pending') change.provider.state = 'Active'
      return
    case 'provider deleted':
      region.capacityProviders.delete(change.provider.name)
  }
}
