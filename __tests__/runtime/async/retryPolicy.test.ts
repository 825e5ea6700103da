import { eventInvokeConfigOf, retryPolicyOf, waitAfterError, waitAfterRefusal } from '../../../src/runtime/async/retryPolicy'
import { newRegionState } from '../../../src/state/regionState'
import { newFunction } from '../../support/functions'

describe('the retries of an event', () => {
  it('are 2 within 6 hours by default', () => {
    expect(retryPolicyOf(undefined)).toEqual({ retries: 2, maximumAge: 6 * 3_600_000 })
    expect(retryPolicyOf({ qualifier: '$LATEST', lastModified: 0 })).toEqual({ retries: 2, maximumAge: 6 * 3_600_000 })
  })

  it('are as the configuration says', () => {
    const config = { qualifier: '$LATEST', maximumRetryAttempts: 0, maximumEventAge: 60, lastModified: 0 }
    expect(retryPolicyOf(config)).toEqual({ retries: 0, maximumAge: 60_000 })
  })

  it('follow the configuration of what was invoked, and of $LATEST for the bare name', () => {
    const fn = newFunction(newRegionState('123456789012', 'us-east-1'), 'orders')
    for (const qualifier of ['$LATEST', 'live']) fn.eventInvokeConfigs.set(qualifier, { qualifier, lastModified: 0 })
    expect(eventInvokeConfigOf(fn, undefined)?.qualifier).toBe('$LATEST')
    expect(eventInvokeConfigOf(fn, 'live')?.qualifier).toBe('live')
    expect(eventInvokeConfigOf(fn, '1')).toBeUndefined()
  })

  it('of a function error come after one minute and two', () => {
    expect([1, 2].map(waitAfterError)).toEqual([60_000, 120_000])
  })

  it('of a refusal come after 1 second, doubled up to 5 minutes', () => {
    expect([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 99].map(waitAfterRefusal)).toEqual(
      [1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300].map((seconds) => seconds * 1000),
    )
  })
})
