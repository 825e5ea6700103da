import { operation } from '../operation'
import { describeCapacityProvider, requireCapacityProvider, requireNotDeleting } from './capacityProvider'

/**
 * UpdateCapacityProvider: new scaling, tags for the instances or logging; members left out stay as they are.
 * Refuses in this order: an unknown provider, one that is being deleted.
 * https://docs.aws.amazon.com/lambda/latest/api/API_UpdateCapacityProvider.html
 */
export const updateCapacityProvider = operation('UpdateCapacityProvider', (input, { region, clock }) => {
  const provider = requireCapacityProvider(region, input.CapacityProviderName)
  requireNotDeleting(provider)
  provider.scalingConfig = { ...provider.scalingConfig, ...input.CapacityProviderScalingConfig }
  // Going back to automatic scaling leaves no policies behind.
  if (input.CapacityProviderScalingConfig?.ScalingMode === 'Auto') {
    const { ScalingPolicies: _, ...automatic } = provider.scalingConfig
    provider.scalingConfig = automatic
  }
  provider.propagateTags = input.PropagateTags ?? provider.propagateTags
  provider.telemetryConfig = input.TelemetryConfig ?? provider.telemetryConfig
  provider.lastModified = clock.now()
  return { CapacityProvider: describeCapacityProvider(provider) }
})
