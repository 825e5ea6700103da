import { forgetQualifier } from '../functions/forgetQualifier'
import { referTo, requireFunction } from '../functions/function'
import { operation } from '../operation'

/**
 * DeleteAlias: removes an alias with its URL, policy, provisioned concurrency and settings. An alias that is not there is no error.
 * Refuses an unknown function.
 * https://docs.aws.amazon.com/lambda/latest/api/API_DeleteAlias.html
 */
export const deleteAlias = operation('DeleteAlias', (input, { region }) => {
  const fn = requireFunction(region, referTo(region, input.FunctionName))
  // A version is no alias, and the model lets no number through.
  if (fn.aliases.delete(input.Name)) forgetQualifier(fn, input.Name)
  return {}
})
