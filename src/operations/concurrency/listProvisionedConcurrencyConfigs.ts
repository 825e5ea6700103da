import { page } from '../../state/page'
import { qualified, referTo, requireFunction } from '../functions/function'
import { operation } from '../operation'
import { describeProvisioned } from './provisionedConcurrency'

/**
 * ListProvisionedConcurrencyConfigs: all versions and aliases of a function that keep environments ready, at most 50 a page.
 * https://docs.aws.amazon.com/lambda/latest/api/API_ListProvisionedConcurrencyConfigs.html
 */
export const listProvisionedConcurrencyConfigs = operation('ListProvisionedConcurrencyConfigs', (input, { region }) => {
  const fn = requireFunction(region, referTo(region, input.FunctionName))
  const name = `ListProvisionedConcurrencyConfigs ${fn.name}`
  const configs = [...fn.provisionedConcurrency.values()]
  const { items, nextMarker } = page({ name, items: configs, most: 50, keyOf: ({ qualifier }) => qualifier }, input)
  return {
    ProvisionedConcurrencyConfigs: items.map((config) => ({
      FunctionArn: qualified(fn.arn, config.qualifier),
      ...describeProvisioned(config),
    })),
    NextMarker: nextMarker,
  }
})
