import type { CapacityProviderConfig } from '../../src/model/api'
import type { Api } from './api'

/** Creates a capacity provider; the answer is what a function needs to run on it. */
export async function createProvider(api: Api, name: string): Promise<CapacityProviderConfig> {
  const { CapacityProvider } = await api.call('CreateCapacityProvider', {
    CapacityProviderName: name,
    VpcConfig: { SubnetIds: ['subnet-1a'], SecurityGroupIds: ['sg-1'] },
    PermissionsConfig: { CapacityProviderOperatorRoleArn: 'arn:aws:iam::123456789012:role/operator' },
  })
  return { LambdaManagedInstancesCapacityProviderConfig: { CapacityProviderArn: CapacityProvider.CapacityProviderArn } }
}
