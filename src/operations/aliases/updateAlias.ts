import { ServiceError } from '../../errors/serviceError'
import { qualified, referTo, requireFunction, requireRevision, requireTarget } from '../functions/function'
import { operation } from '../operation'
import { describeAlias, requireWeights } from './alias'

/**
 * UpdateAlias: points an alias elsewhere, shifts its traffic or changes its description; members left out stay as they are.
 * It gets a new revision even if nothing changes (recorded).
 * Refuses in this order: an unknown function, an unknown alias, an older revision, an unknown version, a bad routing configuration.
 * https://docs.aws.amazon.com/lambda/latest/api/API_UpdateAlias.html
 */
export const updateAlias = operation('UpdateAlias', (input, { region, ids }) => {
  const fn = requireFunction(region, referTo(region, input.FunctionName))
  const alias = fn.aliases.get(input.Name)
  if (alias === undefined) {
    // Worded differently from GetAlias (recorded).
    throw new ServiceError('ResourceNotFoundException', `Alias not found: ${qualified(fn.arn, input.Name)}`)
  }
  requireRevision(input.RevisionId, alias.revisionId)
  const version = input.FunctionVersion ?? alias.version
  requireTarget(fn, version)
  // A kept share is checked as well: the version that the alias now points to may be the one that had it.
  const routing = input.RoutingConfig ?? { AdditionalVersionWeights: Object.fromEntries(alias.weights) }
  alias.weights = requireWeights(fn, version, routing)
  alias.version = version
  alias.description = input.Description ?? alias.description
  alias.revisionId = ids.uuid()
  return describeAlias(fn, alias)
})
