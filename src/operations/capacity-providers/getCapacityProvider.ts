import { operation } from '../operation'
import { describeCapacityProvider, requireCapacityProvider } from './capacityProvider'

/**
 * GetCapacityProvider: one capacity provider, by name or ARN.
 * https://docs.aws.amazon.com/lambda/latest/api/API_GetCapacityProvider.html
 */
export const getCapacityProvider = operation('GetCapacityProvider', (input, { region }) => ({
  CapacityProvider: describeCapacityProvider(requireCapacityProvider(region, input.CapacityProviderName)),
}))
