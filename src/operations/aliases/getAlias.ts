import { qualified, referTo, requireFunction } from '../functions/function'
import { operation } from '../operation'
import { aliasNotFound, describeAlias } from './alias'

/**
 * GetAlias: where an alias points to.
 * Refuses in this order: an unknown function, an unknown alias.
 * https://docs.aws.amazon.com/lambda/latest/api/API_GetAlias.html
 */
export const getAlias = operation('GetAlias', (input, { region }) => {
  const fn = requireFunction(region, referTo(region, input.FunctionName))
  const alias = fn.aliases.get(input.Name)
  if (alias === undefined) throw aliasNotFound(qualified(fn.arn, input.Name))
  return describeAlias(fn, alias)
})
