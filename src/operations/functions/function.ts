import { invalidParameter } from '../../errors/invalidParameter'
import { ServiceError } from '../../errors/serviceError'
import { lambdaArn } from '../../state/arns'
import type { AliasRecord, FunctionRecord, VersionRecord } from '../../state/functionRecord'
import { parseFunctionName } from '../../state/functionName'
import type { RegionState } from '../../state/regionState'

/** A function of the caller's own account and region, with the version or alias that was named. */
export interface FunctionReference {
  readonly name: string
  readonly qualifier: string | undefined
  /** Without the qualifier. */
  readonly arn: string
}

/**
 * Reads a FunctionName member and a Qualifier member together.
 * Refuses in this order: an ARN of another region, an ARN of another account, two qualifiers that differ (recorded).
 */
export function referTo(region: RegionState, functionName: string, qualifier?: string): FunctionReference {
  const parsed = parseFunctionName(functionName)
  if (parsed === undefined) throw functionNotFound(lambdaArn(region, `function:${functionName}`))
  if (parsed.region !== undefined && parsed.region !== region.region) {
    throw new ServiceError(
      'ResourceNotFoundException',
      `Functions from '${parsed.region}' are not reachable in this region ('${region.region}')`,
    )
  }
  if (parsed.accountId !== undefined && parsed.accountId !== region.accountId) throw new ServiceError('AccessDeniedException', '')
  if (parsed.qualifier !== undefined && qualifier !== undefined && parsed.qualifier !== qualifier) {
    throw invalidParameter('The derived qualifier from the function name does not match the specified qualifier.')
  }
  return { name: parsed.name, qualifier: parsed.qualifier ?? qualifier, arn: lambdaArn(region, `function:${parsed.name}`) }
}

/** The function, or ResourceNotFoundException with the qualifier as the caller gave it. */
export function requireFunction(region: RegionState, { name, arn, qualifier }: FunctionReference): FunctionRecord {
  const fn = region.functions.get(name)
  if (fn === undefined) throw functionNotFound(qualified(arn, qualifier))
  return fn
}

/** What a qualifier names: the version it leads to, and the alias if it is one. */
export interface Target {
  readonly version: VersionRecord
  readonly alias: AliasRecord | undefined
}

/** The version or alias that a qualifier names; $LATEST if there is none. */
export function requireTarget(fn: FunctionRecord, qualifier: string | undefined): Target {
  if (qualifier === undefined || qualifier === '$LATEST') return { version: fn.latest, alias: undefined }
  const alias = fn.aliases.get(qualifier)
  const version = fn.versions.get(alias?.version ?? qualifier)
  if (version !== undefined) return { version, alias }
  if (alias?.version === '$LATEST') return { version: fn.latest, alias }
  throw functionNotFound(qualified(fn.arn, qualifier))
}

/** An ARN with its qualifier, if there is one. */
export function qualified(arn: string, qualifier: string | undefined): string {
  return qualifier === undefined ? arn : `${arn}:${qualifier}`
}

/** What most operations answer for a function that is not there. */
export function functionNotFound(arn: string): ServiceError {
  return new ServiceError('ResourceNotFoundException', `Function not found: ${arn}`)
}

/** Refuses a change that was made from an older revision. */
export function requireRevision(revisionId: string | undefined, current: string): void {
  if (revisionId === undefined || revisionId === current) return
  throw new ServiceError(
    'PreconditionFailedException',
    'The Revision Id provided does not match the latest Revision Id. Call the GetFunction/GetAlias API to retrieve the latest Revision Id',
  )
}
