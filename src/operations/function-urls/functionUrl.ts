import { ServiceError } from '../../errors/serviceError'
import type { FunctionUrlConfig } from '../../model/api'
import type { FunctionRecord } from '../../state/functionRecord'
import type { FunctionUrlRecord } from '../../state/functionUrlRecord'
import type { RegionState } from '../../state/regionState'
import { lambdaTime } from '../functions/describeFunction'
import { qualified, type FunctionReference } from '../functions/function'

/** The function, and the alias if one was named. AWS does not say which of them is missing, nor its name (recorded). */
export function requireUrlOwner(region: RegionState, { name, qualifier }: FunctionReference): FunctionRecord {
  const fn = region.functions.get(name)
  if (fn === undefined || (qualifier !== undefined && !fn.aliases.has(qualifier))) throw noSuchFunction()
  return fn
}

/** The URL of $LATEST or of the alias that was named; a missing function is worded no differently from a missing URL (recorded). */
export function requireUrl(region: RegionState, { name, qualifier }: FunctionReference): [FunctionRecord, FunctionUrlRecord] {
  const fn = region.functions.get(name)
  const url = fn?.urls.get(qualifier ?? '$LATEST')
  if (fn === undefined || url === undefined) {
    throw new ServiceError('ResourceNotFoundException', 'The resource you requested does not exist.')
  }
  return [fn, url]
}

/** A function URL as the API shows it. */
export function describeUrl(region: RegionState, fn: FunctionRecord, url: FunctionUrlRecord): FunctionUrlConfig {
  return {
    FunctionUrl: `https://${url.id}.lambda-url.${region.region}.on.aws/`,
    FunctionArn: qualified(fn.arn, url.qualifier),
    AuthType: url.authType,
    Cors: url.cors,
    CreationTime: lambdaTime(url.created),
    LastModifiedTime: lambdaTime(url.lastModified),
    InvokeMode: url.invokeMode,
  }
}

/** What the operations that look for the function itself answer. */
export function noSuchFunction(): ServiceError {
  return new ServiceError('ResourceNotFoundException', 'Function does not exist')
}
