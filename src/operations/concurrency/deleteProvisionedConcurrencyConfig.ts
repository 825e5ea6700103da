import { referTo } from '../functions/function'
import { operation } from '../operation'
import { requireProvisionedTarget, requirePublished } from './provisionedConcurrency'

/**
 * DeleteProvisionedConcurrencyConfig: a version or alias keeps no environments ready any more; none kept is no error (recorded).
 * Refuses in this order: $LATEST, an unknown version or alias.
 * https://docs.aws.amazon.com/lambda/latest/api/API_DeleteProvisionedConcurrencyConfig.html
 */
export const deleteProvisionedConcurrencyConfig = operation('DeleteProvisionedConcurrencyConfig', (input, { region }) => {
  const reference = referTo(region, input.FunctionName, input.Qualifier)
  requirePublished(reference)
  const { fn, qualifier } = requireProvisionedTarget(region, reference)
  fn.provisionedConcurrency.delete(qualifier)
  return {}
})
