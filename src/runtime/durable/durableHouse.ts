import type { RegionState } from '../../state/regionState'
import type { RuntimeHouse } from '../invocation'

/** What a durable execution needs of its surroundings. */
export interface DurableHouse extends RuntimeHouse {
  readonly region: RegionState
}
