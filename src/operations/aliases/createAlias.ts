import { ServiceError } from '../../errors/serviceError'
import type { AliasRecord } from '../../state/functionRecord'
import { qualified, referTo, requireFunction, requireTarget } from '../functions/function'
import { operation } from '../operation'
import { describeAlias, requireWeights } from './alias'

/**
 * CreateAlias: a name for one version, optionally shifting a share of the traffic to a second.
 * Refuses in this order: an unknown function, an unknown version, a name taken, a bad routing configuration.
 * https://docs.aws.amazon.com/lambda/latest/api/API_CreateAlias.html
 */
export const createAlias = operation('CreateAlias', (input, { region, ids }) => {
  const { Name: name, FunctionVersion: version } = input
  const fn = requireFunction(region, referTo(region, input.FunctionName))
  requireTarget(fn, version)
  if (fn.aliases.has(name)) {
    throw new ServiceError('ResourceConflictException', `Alias already exists: ${qualified(fn.arn, name)}`)
  }
  const alias: AliasRecord = {
    name,
    version,
    description: input.Description ?? '',
    weights: requireWeights(fn, version, input.RoutingConfig),
    revisionId: ids.uuid(),
  }
  fn.aliases.set(name, alias)
  return describeAlias(fn, alias)
})
