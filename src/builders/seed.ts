import type { Contract } from '../contracts/contract'
import type { HonourOptions } from '../contracts/consumer/honourOptions'
import type { Input, OperationName, Output } from '../model/api'
import type { EventSources } from '../runtime/event-sources/eventSources'
import type { RegionState } from '../state/regionState'

/** Where builders put things: operations of the API, run at once on one region. */
export interface Seed {
  /** The region's memory, for what the API has no word for, such as handlers. */
  region(): RegionState
  /** Where messages and records are sent. */
  readonly eventSources: EventSources
  /**
   * Runs an operation as if a caller had sent it, and completes what it starts.
   * Throws a UsageError with AWS's own words if AWS would refuse.
   * @param where the builder's call, for the message, e.g. `lambda.function('orders')`
   */
  run<Name extends OperationName>(where: string, name: Name, input: Input<Name>): Output<Name>
  /** Holds the function of this name to a contract, and gives a handler that answers from the contract's examples. */
  honour(where: string, name: string, contract: Contract, options?: HonourOptions): (event: unknown) => Promise<unknown>
}
