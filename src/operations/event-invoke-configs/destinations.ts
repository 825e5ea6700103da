import { invalidParameter } from '../../errors/invalidParameter'
import type { DestinationConfig } from '../../model/api'
import { parseFunctionName } from '../../state/functionName'
import type { FunctionRecord } from '../../state/functionRecord'
import type { RegionState } from '../../state/regionState'

/** Where results and given-up events are sent. */
export interface Destinations {
  readonly onSuccess: string | undefined
  readonly onFailure: string | undefined
}

/** Services that take records of asynchronous invocations; only Lambda can be asked whether the target is there. */
const services = ['lambda', 'sqs', 'sns', 'events']

/**
 * Reads a DestinationConfig; an empty ARN is none.
 * Refuses in this order: a function that does not exist, the function itself (as OnFailure, then as OnSuccess), another service.
 * Queues and topics have to be standard ones. https://docs.aws.amazon.com/lambda/latest/api/API_DestinationConfig.html
 */
export function requireDestinations(region: RegionState, fn: FunctionRecord, config: DestinationConfig): Destinations {
  const onSuccess = config.OnSuccess?.Destination || undefined
  const onFailure = config.OnFailure?.Destination || undefined
  for (const arn of [onFailure, onSuccess]) if (arn !== undefined) requireFunctionDestination(region, fn, arn)
  if (!isTaken(onSuccess, services) || !isTaken(onFailure, [...services, 's3'])) {
    const success = onSuccess === undefined ? 'null' : `OnSuccess(destination=${onSuccess})`
    const failure = onFailure === undefined ? 'null' : `OnFailure(destination=${onFailure})`
    throw invalidParameter(
      `The provided destination config DestinationConfig(onSuccess=${success}, onFailure=${failure}) is invalid.`,
    )
  }
  return { onSuccess, onFailure }
}

function requireFunctionDestination(region: RegionState, fn: FunctionRecord, arn: string): void {
  if (serviceOf(arn) !== 'lambda') return
  const target = parseFunctionName(arn)
  const here = target?.region === region.region && target.accountId === region.accountId
  if (!here || !region.functions.has(target.name)) throw invalidParameter(`The destination ARN ${arn} is invalid.`)
  if (target.name === fn.name) throw invalidParameter(`You can't specify the function as a destination for itself.`)
}

function isTaken(arn: string | undefined, by: readonly string[]): boolean {
  if (arn === undefined) return true
  const service = serviceOf(arn)
  return by.includes(service) && !(['sqs', 'sns'].includes(service) && arn.endsWith('.fifo'))
}

function serviceOf(arn: string): string {
  return arn.split(':')[2] ?? ''
}
