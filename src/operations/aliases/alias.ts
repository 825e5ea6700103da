import { invalidParameter } from '../../errors/invalidParameter'
import { ServiceError } from '../../errors/serviceError'
import type { AliasConfiguration, AliasRoutingConfiguration } from '../../model/api'
import type { AliasRecord, FunctionRecord } from '../../state/functionRecord'
import { functionNotFound, qualified, requireTarget } from '../functions/function'

/** An alias as the API shows it: without RoutingConfig unless it shares its traffic (recorded). */
export function describeAlias(fn: FunctionRecord, alias: AliasRecord): AliasConfiguration {
  return {
    AliasArn: qualified(fn.arn, alias.name),
    Name: alias.name,
    FunctionVersion: alias.version,
    Description: alias.description,
    RoutingConfig: alias.weights.size === 0 ? undefined : { AdditionalVersionWeights: Object.fromEntries(alias.weights) },
    RevisionId: alias.revisionId,
  }
}

/**
 * The share of the traffic that a second version gets besides `version`.
 * Refuses in this order: more than one, the version that the alias points to anyway, $LATEST as that version, an unknown version.
 */
export function requireWeights(
  fn: FunctionRecord,
  version: string,
  routing: AliasRoutingConfiguration | undefined,
): ReadonlyMap<string, number> {
  const weights = new Map(Object.entries(routing?.AdditionalVersionWeights ?? {}))
  if (weights.size > 1) throw invalidParameter('Number of items in AdditionalVersionWeights cannot be greater than 1')
  for (const second of weights.keys()) {
    if (second === version) {
      throw invalidParameter(
        `Invalid function version ${version}. Function version ${version} is already included in routing configuration.`,
      )
    }
    if (version === '$LATEST') throw invalidParameter('$LATEST is not supported for an alias pointing to more than 1 version')
    requireTarget(fn, second)
  }
  return weights
}

/** What operations answer that take a version or an alias: only what could be an alias is missed as one (recorded). */
export function qualifierNotFound(arn: string, qualifier: string): ServiceError {
  const alias = /^(?!\d+$)[a-zA-Z0-9-_]+$/.test(qualifier)
  return alias ? aliasNotFound(qualified(arn, qualifier)) : functionNotFound(qualified(arn, qualifier))
}

export function aliasNotFound(arn: string): ServiceError {
  return new ServiceError('ResourceNotFoundException', `Cannot find alias arn: ${arn}`)
}
