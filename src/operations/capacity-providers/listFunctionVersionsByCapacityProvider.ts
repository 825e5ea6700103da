import { page } from '../../state/page'
import { qualified } from '../functions/function'
import { operation } from '../operation'
import { requireCapacityProvider, versionsOn } from './capacityProvider'

/**
 * ListFunctionVersionsByCapacityProvider: the versions that are configured to run on a provider, each under its qualified ARN with
 * its state; at most 50 a page.
 * https://docs.aws.amazon.com/lambda/latest/api/API_ListFunctionVersionsByCapacityProvider.html
 */
export const listFunctionVersionsByCapacityProvider = operation('ListFunctionVersionsByCapacityProvider', (input, { region }) => {
  const provider = requireCapacityProvider(region, input.CapacityProviderName)
  const versions = versionsOn(region, provider)
  const name = `ListFunctionVersionsByCapacityProvider ${provider.name}`
  const { items, nextMarker } = page(
    { name, items: versions, most: 50, keyOf: ({ fn, version }) => `${fn.name}:${version.version}` },
    input,
  )
  return {
    CapacityProviderArn: provider.arn,
    FunctionVersions: items.map(({ fn, version }) => ({
      FunctionArn: qualified(fn.arn, version.version),
      State: version.state.state,
    })),
    NextMarker: nextMarker,
  }
})
