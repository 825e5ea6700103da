import { page } from '../../state/page'
import { operation } from '../operation'
import { describeCapacityProvider } from './capacityProvider'

/**
 * ListCapacityProviders: those in one state, or all; at most 50 a page.
 * https://docs.aws.amazon.com/lambda/latest/api/API_ListCapacityProviders.html
 */
export const listCapacityProviders = operation('ListCapacityProviders', (input, { region }) => {
  const providers = [...region.capacityProviders.values()].filter(
    (provider) => input.State === undefined || provider.state === input.State,
  )
  const { items, nextMarker } = page(
    { name: 'ListCapacityProviders', items: providers, most: 50, keyOf: ({ name }) => name },
    input,
  )
  return { CapacityProviders: items.map(describeCapacityProvider), NextMarker: nextMarker }
})
