import { ServiceError } from '../../errors/serviceError'
import { operation } from '../operation'
import { describeCapacityProvider, requireCapacityProvider, versionsOn } from './capacityProvider'

/** How long staged deletion takes on the clock, in milliseconds; AWS promises no figure. */
const deletionTime = 60_000

/**
 * DeleteCapacityProvider: answers with the provider as Deleting; it is gone by the next request. A second call while it is
 * going answers the same.
 * Refuses in this order: an unknown provider, one that versions of functions run on.
 * https://docs.aws.amazon.com/lambda/latest/api/API_DeleteCapacityProvider.html
 */
export const deleteCapacityProvider = operation('DeleteCapacityProvider', (input, { region, clock }) => {
  const provider = requireCapacityProvider(region, input.CapacityProviderName)
  if (versionsOn(region, provider).length > 0) {
    // The text is not recorded.
    throw new ServiceError(
      'ResourceConflictException',
      `The capacity provider ${provider.arn} cannot be deleted: it is being used by function versions.`,
    )
  }
  if (provider.state !== 'Deleting') {
    provider.state = 'Deleting'
    region.transitions.push({ at: clock.now() + deletionTime, change: { kind: 'provider deleted', provider } })
  }
  return { CapacityProvider: describeCapacityProvider(provider) }
})
