import { page } from '../../state/page'
import { operation } from '../operation'
import { describeCodeSigningConfig } from './codeSigningConfig'

/**
 * ListCodeSigningConfigs: all of the region, at most 10,000 a page.
 * https://docs.aws.amazon.com/lambda/latest/api/API_ListCodeSigningConfigs.html
 */
export const listCodeSigningConfigs = operation('ListCodeSigningConfigs', (input, { region }) => {
  const configs = [...region.codeSigningConfigs.values()]
  const name = 'ListCodeSigningConfigs'
  const { items, nextMarker } = page({ name, items: configs, most: 10_000, keyOf: ({ id }) => id }, input)
  return { NextMarker: nextMarker, CodeSigningConfigs: items.map(describeCodeSigningConfig) }
})
