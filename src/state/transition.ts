import type { CapacityProviderRecord } from './capacityProviderRecord'
import type { EventSourceMappingRecord } from './eventSourceMappingRecord'
import type { StateRecord, VersionRecord } from './functionRecord'
import type { ProvisionedConcurrencyRecord } from './provisionedConcurrencyRecord'
import type { ScalingRecord } from './scalingRecord'

/** What AWS changes by itself after an answer, such as Pending to Active. Data like all of the state, so that a snapshot holds it too. */
export type Change =
  /** A new version can run, or an update of one is over. The revision id is the one that it gets by that. */
  | { readonly kind: 'version created' | 'version updated'; readonly version: VersionRecord; readonly revisionId: string }
  | { readonly kind: 'mapping changed' | 'mapping deleted'; readonly mapping: EventSourceMappingRecord }
  | { readonly kind: 'concurrency allocated'; readonly config: ProvisionedConcurrencyRecord }
  | { readonly kind: 'scaling applied'; readonly config: ScalingRecord }
  /** The version is what it is only until then, if no later request has changed its direction. */
  | { readonly kind: 'version scaled'; readonly version: VersionRecord; readonly from: StateRecord; readonly to: StateRecord }
  | { readonly kind: 'provider created' | 'provider deleted'; readonly provider: CapacityProviderRecord }

/** A change that is under way. */
export interface Transition {
  /** When it is over, in epoch milliseconds. */
  readonly at: number
  readonly change: Change
}
