import type { CapacityProviderRecord } from './capacityProviderRecord'
import type { CodeSigningConfigRecord } from './codeSigningConfigRecord'
import type { DurableExecutionRecord } from './durableExecutionRecord'
import type { EventSourceMappingRecord } from './eventSourceMappingRecord'
import type { EventSourceRecord } from './eventSourceRecord'
import type { FunctionRecord } from './functionRecord'
import type { LayerRecord } from './layerRecord'
import { createOrderedMap, type OrderedMap } from './orderedMap'
import type { ReadObject, StoredObjects } from './storedObjects'
import type { Transition } from './transition'

/** Everything that one account has in one region. Plain records: the rules are in the operations. */
export interface RegionState {
  readonly accountId: string
  readonly region: string
  /** By name, oldest first. */
  readonly functions: OrderedMap<FunctionRecord>
  /** By UUID. */
  readonly eventSourceMappings: Map<string, EventSourceMappingRecord>
  /** What mappings read, as far as the double was told, by ARN. */
  readonly eventSources: Map<string, EventSourceRecord>
  /** By name. */
  readonly layers: Map<string, LayerRecord>
  /** By ARN. */
  readonly codeSigningConfigs: Map<string, CodeSigningConfigRecord>
  /** By name. */
  readonly capacityProviders: Map<string, CapacityProviderRecord>
  /** By ARN, oldest first. */
  readonly durableExecutions: Map<string, DurableExecutionRecord>
  /** What S3 has, as far as the double was told. */
  readonly objects: StoredObjects
  /** Looks where objects lie that the double was not told of; undefined if there is no such place. */
  readonly readObject: ReadObject | undefined
  /** Changes under way, in no order. */
  transitions: Transition[]
}

export function newRegionState(accountId: string, region: string, readObject?: ReadObject): RegionState {
  return {
    accountId,
    region,
    functions: createOrderedMap(),
    eventSourceMappings: new Map(),
    eventSources: new Map(),
    layers: new Map(),
    codeSigningConfigs: new Map(),
    capacityProviders: new Map(),
    durableExecutions: new Map(),
    objects: new Map(),
    readObject,
    transitions: [],
  }
}
