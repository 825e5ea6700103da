import { invalidParameter } from '../../errors/invalidParameter'
import { ServiceError } from '../../errors/serviceError'
import type { FunctionRecord } from '../../state/functionRecord'
import { operation } from '../operation'
import { functionNotFound, qualified, referTo, requireFunction } from './function'

/**
 * DeleteFunction: the whole function with its versions and aliases, or one published version.
 * A miss is worded without the qualifier (recorded). AWS answers 204, although its model says 200 (recorded).
 * https://docs.aws.amazon.com/lambda/latest/api/API_DeleteFunction.html
 */
export const deleteFunction = operation('DeleteFunction', (input, { region }) => {
  const reference = referTo(region, input.FunctionName, input.Qualifier)
  const fn = requireFunction(region, { ...reference, qualifier: undefined })
  if (reference.qualifier === undefined) region.functions.delete(fn.name)
  else deleteVersion(fn, reference.qualifier)
  return { StatusCode: 204 }
})

function deleteVersion(fn: FunctionRecord, qualifier: string): void {
  if (qualifier === '$LATEST') throw invalidParameter('$LATEST version cannot be deleted without deleting the function.')
  if (fn.aliases.has(qualifier)) throw invalidParameter('Deletion of aliases is not currently supported.')
  if (!fn.versions.has(qualifier)) throw functionNotFound(qualified(fn.arn, qualifier))
  const holders = [...fn.aliases.values()].filter((alias) => alias.version === qualifier || alias.weights.has(qualifier))
  if (holders.length > 0) {
    const names = holders.map((alias) => alias.name).join(', ')
    throw new ServiceError(
      'ResourceConflictException',
      `The version ${qualifier} cannot be deleted: it is referenced by the alias ${names}.`,
    )
  }
  fn.versions.delete(qualifier)
}
