import { isServiceError } from '../../errors/serviceError'
import type { EventSourceMappingRecord } from '../../state/eventSourceMappingRecord'
import { parseFunctionName } from '../../state/functionName'
import type { FunctionRecord, VersionRecord } from '../../state/functionRecord'
import type { RegionState } from '../../state/regionState'
import { runInPlace } from '../concurrency/runInPlace'
import type { InvocationOutcome, RuntimeHouse } from '../invocation'
import { routedVersion } from '../routedVersion'
import { inChain } from '../trace/inChain'

/** The function of a mapping, as an alias with weights has drawn it. */
export interface MappedTarget {
  readonly fn: FunctionRecord
  readonly version: VersionRecord
  readonly qualifier: string | undefined
}

/** A run of a batch that took place. */
export interface MappedRun {
  readonly requestId: string
  readonly outcome: InvocationOutcome
  /** What the function failed with, for people. */
  readonly error: string | undefined
}

/** What a mapping leads to now; undefined if the function, version or alias is gone. */
export function mappedTarget(
  region: RegionState,
  { functionArn }: EventSourceMappingRecord,
  random: () => number,
): MappedTarget | undefined {
  const named = parseFunctionName(functionArn)
  const fn = named && region.functions.get(named.name)
  const version = fn && routedVersion(fn, named.qualifier, random)
  return fn && version && { fn, version, qualifier: named?.qualifier }
}

/**
 * Invokes a function with a batch and waits for it, as mappings do. Undefined if Lambda has no place for it, or the version cannot
 * run now.
 */
export async function runMapped(
  region: RegionState,
  { fn, version, qualifier }: MappedTarget,
  {
    payload,
    attempt,
    traceHeader,
  }: { readonly payload: string; readonly attempt: number; readonly traceHeader?: string | undefined },
  house: RuntimeHouse,
): Promise<MappedRun | undefined> {
  if (version.state.state !== 'Active') return undefined
  const requestId = house.ids.uuid()
  const request = { region, fn, version, qualifier, payload: Buffer.from(payload), requestId, attempt, traceHeader }
  try {
    const outcome = await runInPlace(inChain({ ...request, type: 'RequestResponse' }, house), house)
    return { requestId, outcome, error: outcome.functionError && errorText(outcome.payload) }
  } catch (error) {
    if (isServiceError(error)) return undefined
    throw error
  }
}

function errorText(payload: Uint8Array): string {
  const { errorType = '', errorMessage = '' } = JSON.parse(Buffer.from(payload).toString()) as Record<string, string | undefined>
  return [errorType, errorMessage].filter((part) => part !== '').join(': ')
}
