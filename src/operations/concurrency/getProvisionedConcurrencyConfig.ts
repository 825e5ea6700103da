import { ServiceError } from '../../errors/serviceError'
import { referTo } from '../functions/function'
import { operation } from '../operation'
import { describeProvisioned, requireProvisionedTarget, requirePublished } from './provisionedConcurrency'

/**
 * GetProvisionedConcurrencyConfig: how much of the provisioned concurrency of a version or alias is up.
 * Refuses in this order: $LATEST, an unknown version or alias, one that has none.
 * https://docs.aws.amazon.com/lambda/latest/api/API_GetProvisionedConcurrencyConfig.html
 */
export const getProvisionedConcurrencyConfig = operation('GetProvisionedConcurrencyConfig', (input, { region }) => {
  const reference = referTo(region, input.FunctionName, input.Qualifier)
  requirePublished(reference)
  const { fn, qualifier } = requireProvisionedTarget(region, reference)
  const config = fn.provisionedConcurrency.get(qualifier)
  if (config === undefined) {
    throw new ServiceError(
      'ProvisionedConcurrencyConfigNotFoundException',
      'No Provisioned Concurrency Config found for this function',
    )
  }
  return describeProvisioned(config)
})
