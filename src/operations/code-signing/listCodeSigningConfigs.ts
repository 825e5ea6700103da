import { page } from '../../state/page'
import { operation } from '../operation'
import { describeCodeSigningConfig } from './codeSigningConfig'

/**
 * ListCodeSigningConfigs: all of the region, at most 10,000 a page.
 * https://docs.aws.amazon.com/lambda/latest/api/API_ListCodeSigningConfigs.html
 */
export const listCodeSigningConfigs = operation('ListCodeSigningConfigs', (input, { region }) => {
  const list = { name: 'ListCodeSigningConfigs', items: [...region.codeSigningConfigs.values()], most: 10_000 }
  const { items, nextMarker } = page(list, input)
  return { NextMarker: nextMarker, CodeSigningConfigs: items.map(describeCodeSigningConfig) }
})
