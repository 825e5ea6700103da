import { invalidParameter } from '../../errors/invalidParameter'
import { ServiceError } from '../../errors/serviceError'
import type { FunctionRecord } from '../../state/functionRecord'
import { operation } from '../operation'
import { forgetQualifier } from './forgetQualifier'
import { referTo, requireFunction } from './function'

/**
 * DeleteFunction: the whole function with its versions and aliases, or one published version.
 * An unknown function is worded without the qualifier, and a version that does not exist is no error (recorded). AWS answers 204,
 * although its model says 200 (recorded).
 * Refuses in this order: an unknown function, $LATEST, an alias, a version that an alias leads to.
 * https://docs.aws.amazon.com/lambda/latest/api/API_DeleteFunction.html
 */
export const deleteFunction = operation('DeleteFunction', (input, { region }) => {
  const reference = referTo(region, input.FunctionName, input.Qualifier)
  const fn = requireFunction(region, { ...reference, qualifier: undefined })
  if (reference.qualifier === undefined) region.functions.delete(fn.name)
  else deleteVersion(fn, reference.qualifier)
  // On a capacity provider the instances have to be freed first.
  return { StatusCode: fn.latest.configuration.capacityProviderConfig === undefined ? 204 : 202 }
})

function deleteVersion(fn: FunctionRecord, qualifier: string): void {
  if (qualifier === '$LATEST') throw invalidParameter('$LATEST version cannot be deleted without deleting the function.')
  if (fn.aliases.has(qualifier)) throw invalidParameter('Deletion of aliases is not currently supported.')
  const holders = [...fn.aliases.values()].filter((alias) => alias.version === qualifier || alias.weights.has(qualifier))
  if (holders.length > 0) {
    const names = holders.map((alias) => alias.name).join(', ')
    // Not recorded.
    throw new ServiceError(
      'ResourceConflictException',
      `Unable to delete version because the following aliases reference it: [${names}]`,
    )
  }
  fn.versions.delete(qualifier)
  forgetQualifier(fn, qualifier)
}
