import { isServiceError } from '../errors/serviceError'
import { nearest } from '../errors/nearest'
import { UsageError } from '../errors/usageError'
import type { EventPlace } from '../events/eventPlace'
import type { FunctionFailure, SourceOutcome } from '../events/sourceOutcome'
import { perform, type ExchangeHouse } from '../exchange'
import type { Output } from '../model/api'
import { operations } from '../model/operations'
import { parseFunctionName } from '../state/functionName'
import type { RegionState } from '../state/regionState'

/** Where services push events to: one region of the world of whoever asks. */
export interface PushTarget extends EventPlace {
  /** Lambda's answer to a service that invokes a function. Throws a ServiceError where Lambda refuses. */
  invoke(
    functionName: string,
    event: object,
    type: 'Event' | 'RequestResponse',
    traceHeader: string | undefined,
  ): Promise<Output<'Invoke'>>
  /** Names of the functions that there are. */
  functions(): readonly string[]
}

export function createPushTarget(house: ExchangeHouse, region: RegionState): PushTarget {
  return {
    accountId: region.accountId,
    region: region.region,
    clock: house.clock,
    ids: house.ids,
    async invoke(FunctionName, event, InvocationType, traceHeader) {
      const input = { FunctionName, InvocationType, Payload: Buffer.from(JSON.stringify(event)) }
      const headers = traceHeader === undefined ? {} : { 'x-amzn-trace-id': traceHeader }
      const requestId = house.ids.uuid()
      return (await perform(house, region, operations.Invoke, input, requestId, {
        headers,
        endpoint: undefined,
      })) as Output<'Invoke'>
    },
    functions: () => [...region.functions.keys()],
  }
}

/** An event on its way to a function. */
export interface Push {
  /** Begins the messages of errors. */
  readonly where: string
  readonly functionName: string
  readonly event: object
  readonly to: PushTarget
}

/** Hands an event over for a service that does not wait. */
export async function pushEvent(push: Push, traceHeader: string | undefined): Promise<void> {
  await invoke(push, 'Event', traceHeader)
}

/** How an invocation ends for a service that waits for it. */
export async function pushedOutcome(push: Push): Promise<SourceOutcome> {
  const elapsed = push.to.clock.stopwatch()
  try {
    const { FunctionError, Payload = new Uint8Array() } = await invoke(push, 'RequestResponse', undefined)
    const duration = elapsed()
    if (FunctionError === undefined) return { kind: 'answered', payload: Payload, duration }
    const error = JSON.parse(Buffer.from(Payload).toString()) as FunctionFailure
    const reason = [error.errorType, error.errorMessage].filter((part) => part !== undefined && part !== '').join(': ')
    return { kind: 'failed', error, reason: `The function failed: ${reason}`, duration }
  } catch (error) {
    if (!isServiceError(error)) throw error
    return { kind: 'refused', name: error.name, reason: `Lambda refused the invocation. ${error.name}: ${error.message}` }
  }
}

/** Refuses what is nobody's fault but the test's: a function, version or alias that is not there, or that cannot take the event. */
async function invoke(
  { where, functionName, event, to }: Push,
  type: 'Event' | 'RequestResponse',
  traceHeader: string | undefined,
): Promise<Output<'Invoke'>> {
  const name = typeof functionName === 'string' ? parseFunctionName(functionName)?.name : undefined
  const known = to.functions()
  if (name === undefined || !known.includes(name)) throw noSuchFunction(where, name, known, to.region)
  try {
    return await to.invoke(functionName, event, type, traceHeader)
  } catch (error) {
    if (!isServiceError(error) || (type === 'RequestResponse' && error.name !== 'ResourceNotFoundException')) throw error
    throw new UsageError(`${where}: Lambda would refuse the event. ${error.name}: ${error.message}`, { cause: error })
  }
}

function noSuchFunction(where: string, name: string | undefined, known: readonly string[], region: string): UsageError {
  const close = name === undefined ? undefined : nearest(name, known)
  if (close !== undefined) return new UsageError(`${where}: there is no such function in ${region}. Did you mean '${close}'?`)
  const list = known.length === 0 ? 'none' : `${known.slice(0, 10).join(', ')}${known.length > 10 ? ', ...' : ''}`
  return new UsageError(
    `${where}: there is no such function in ${region}. There are: ${list}. Create it: lambda.function('${name ?? 'orders'}', handler).`,
  )
}
