import { invalidParameter } from '../../errors/invalidParameter'
import { ServiceError } from '../../errors/serviceError'
import type { FunctionEventInvokeConfig, PutFunctionEventInvokeConfigRequest } from '../../model/api'
import type { EventInvokeRecord } from '../../state/eventInvokeRecord'
import type { FunctionRecord } from '../../state/functionRecord'
import type { RegionState } from '../../state/regionState'
import { qualified, type FunctionReference } from '../functions/function'

/** Refuses a configuration that says nothing, before anything else is looked at. */
export function requireSomeSetting(input: PutFunctionEventInvokeConfigRequest): void {
  const { MaximumRetryAttempts, MaximumEventAgeInSeconds, DestinationConfig } = input
  if (MaximumRetryAttempts === undefined && MaximumEventAgeInSeconds === undefined && DestinationConfig === undefined) {
    throw invalidParameter('You must specify at least one of error handling or destination setting.')
  }
}

/** The function that a configuration can be put on, at the version or alias that was named. */
export function requireConfigurable(region: RegionState, { name, qualifier = '$LATEST' }: FunctionReference): FunctionRecord {
  const fn = region.functions.get(name)
  const known = qualifier === '$LATEST' || fn?.versions.has(qualifier) || fn?.aliases.has(qualifier)
  if (fn === undefined || !known) throw noSuchFunction()
  return fn
}

/** The configuration of the version or alias that was named; a missing function is worded no differently from a missing one. */
export function requireEventInvokeConfig(
  region: RegionState,
  { name, arn, qualifier = '$LATEST' }: FunctionReference,
): [FunctionRecord, EventInvokeRecord] {
  const fn = region.functions.get(name)
  const config = fn?.eventInvokeConfigs.get(qualifier)
  if (fn === undefined || config === undefined) {
    throw new ServiceError(
      'ResourceNotFoundException',
      `The function ${qualified(arn, qualifier)} doesn't have an EventInvokeConfig`,
    )
  }
  return [fn, config]
}

/** A configuration as the API shows it: both destinations always, even if nothing is sent there (recorded). */
export function describeEventInvokeConfig(fn: FunctionRecord, config: EventInvokeRecord): FunctionEventInvokeConfig {
  return {
    LastModified: new Date(config.lastModified),
    FunctionArn: qualified(fn.arn, config.qualifier),
    MaximumRetryAttempts: config.maximumRetryAttempts,
    MaximumEventAgeInSeconds: config.maximumEventAge,
    DestinationConfig: {
      OnSuccess: config.onSuccess === undefined ? {} : { Destination: config.onSuccess },
      OnFailure: config.onFailure === undefined ? {} : { Destination: config.onFailure },
    },
  }
}

export function noSuchFunction(): ServiceError {
  return new ServiceError('ResourceNotFoundException', `The function doesn't exist.`)
}
