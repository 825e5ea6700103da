import {
  concurrencyOf,
  minimumUnreserved,
  totalProvisioned,
  unreservedConcurrency,
} from '../../../src/runtime/concurrency/capacity'
import { newRegionState } from '../../../src/state/regionState'
import { newFunction, provision, publish } from '../../support/functions'

describe('the capacity of an account', () => {
  const region = newRegionState('123456789012', 'us-east-1')
  newFunction(region, 'plain')
  newFunction(region, 'reserved', undefined, { reservedConcurrency: 50 })
  const provisioned = newFunction(region, 'provisioned')
  publish(provisioned, '1')
  publish(provisioned, '2')
  provision(provisioned, '1', 10)
  provision(provisioned, '2', 5, 0)
  const both = newFunction(region, 'both', undefined, { reservedConcurrency: 20 })
  publish(both, '1')
  provision(both, '1', 15)

  it('is less what functions reserve, and what they provision without reserving', () => {
    expect(unreservedConcurrency(region, 1000)).toBe(1000 - 50 - 15 - 20)
    expect(concurrencyOf(both)).toBe(20)
  })

  it('counts provisioned concurrency as requested, up or not', () => {
    expect(totalProvisioned(provisioned)).toBe(15)
  })

  it('keeps 100 unreserved, or all of a smaller one', () => {
    expect(minimumUnreserved(1000)).toBe(100)
    expect(minimumUnreserved(10)).toBe(10)
  })
})
