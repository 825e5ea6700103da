import { isServiceError } from '../../../src/errors/serviceError'
import type { FunctionRecord } from '../../../src/state/functionRecord'
import { newRegionState } from '../../../src/state/regionState'
import type { Settings } from '../../../src/state/settings'
import { newFunction, point, provision, publish } from '../../support/functions'
import { newRuntimeHouse } from '../../support/runtime'

const overReserved = 'ReservedFunctionConcurrentInvocationLimitExceeded'
const overAccount = 'ConcurrentInvocationLimitExceeded'

function setup(settings: Partial<Settings> = {}) {
  const house = newRuntimeHouse(settings)
  const region = newRegionState('123456789012', 'us-east-1')
  const take = (fn: FunctionRecord, qualifier?: string, type: 'RequestResponse' | 'Event' = 'RequestResponse') => {
    const named = qualifier === undefined ? undefined : (fn.aliases.get(qualifier)?.version ?? qualifier)
    const version = named === undefined ? fn.latest : fn.versions.get(named)!
    return house.concurrency.take({ region, fn, version, qualifier, type }, house)
  }
  /** Takes as many places as there are, up to `most`; the reason of the refusal after that. */
  const fill = (fn: FunctionRecord, qualifier?: string, most = 2000): readonly [number, string | undefined] => {
    for (let taken = 0; taken < most; taken++) {
      try {
        take(fn, qualifier)
      } catch (error) {
        return [taken, reasonOf(error)]
      }
    }
    return [most, undefined]
  }
  return { house, region, take, fill }
}

function reasonOf(error: unknown): string {
  if (!isServiceError(error) || error.name !== 'TooManyRequestsException' || error.message !== 'Rate Exceeded.') throw error
  return String(error.members.Reason)
}

function refusal(run: () => unknown): string {
  try {
    run()
  } catch (error) {
    return reasonOf(error)
  }
  throw new Error('It was let in.')
}

describe('the account', () => {
  it('runs so many executions at once of functions that reserve nothing, all together', () => {
    const { region, fill } = setup()
    const orders = newFunction(region, 'orders')
    const payments = newFunction(region, 'payments')
    expect(fill(orders, undefined, 600)).toEqual([600, undefined])
    expect(fill(payments)).toEqual([400, overAccount])
    expect(fill(orders)).toEqual([0, overAccount])
  })

  it('may be a small one', () => {
    const { region, fill } = setup({ accountConcurrency: 3 })
    expect(fill(newFunction(region, 'orders'))).toEqual([3, overAccount])
  })

  it('keeps what functions have reserved or provisioned out of the pool, used or not', () => {
    const { region, fill } = setup()
    newFunction(region, 'reserved', undefined, { reservedConcurrency: 300 })
    const provisioned = newFunction(region, 'provisioned')
    publish(provisioned, '1')
    provision(provisioned, '1', 100)
    expect(fill(newFunction(region, 'orders'))).toEqual([600, overAccount])
  })

  it('does not count runs of functions that reserve against those that do not', () => {
    const { region, fill } = setup({ accountConcurrency: 200 })
    const reserved = newFunction(region, 'reserved', undefined, { reservedConcurrency: 100 })
    expect(fill(reserved)).toEqual([100, overReserved])
    expect(fill(newFunction(region, 'orders'))).toEqual([100, overAccount])
  })

  it('counts by region', () => {
    const { house, region, fill } = setup({ accountConcurrency: 1 })
    fill(newFunction(region, 'orders'))
    const elsewhere = newRegionState('123456789012', 'eu-west-1')
    const fn = newFunction(elsewhere, 'orders')
    const request = { region: elsewhere, fn, version: fn.latest, type: 'Event' as const }
    expect(() => house.concurrency.take(request, house)).not.toThrow()
  })

  it('still counts the runs of a function that was deleted meanwhile', () => {
    const { region, fill } = setup({ accountConcurrency: 5 })
    fill(newFunction(region, 'orders'), undefined, 3)
    region.functions.delete('orders')
    expect(fill(newFunction(region, 'orders'))).toEqual([2, overAccount])
  })

  it('counts again as soon as a reservation is given up', () => {
    const { region, fill } = setup({ accountConcurrency: 200 })
    const orders = newFunction(region, 'orders', undefined, { reservedConcurrency: 50 })
    fill(orders, undefined, 50)
    orders.reservedConcurrency = undefined
    expect(fill(newFunction(region, 'payments'))).toEqual([150, overAccount])
  })
})

describe('reserved concurrency', () => {
  it('holds a function to what it has, all versions together', () => {
    const { region, take, fill } = setup()
    const orders = newFunction(region, 'orders', undefined, { reservedConcurrency: 2 })
    publish(orders, '1')
    take(orders, '1')
    expect(fill(orders)).toEqual([1, overReserved])
    expect(refusal(() => take(orders, '1'))).toBe(overReserved)
  })

  it('of 0 stops the function', () => {
    const { region, fill } = setup()
    expect(fill(newFunction(region, 'orders', undefined, { reservedConcurrency: 0 }))).toEqual([0, overReserved])
  })

  it('is there although the account is full', () => {
    const { region, fill } = setup({ accountConcurrency: 110 })
    const reserved = newFunction(region, 'reserved', undefined, { reservedConcurrency: 10 })
    expect(fill(newFunction(region, 'orders'))).toEqual([100, overAccount])
    expect(fill(reserved)).toEqual([10, overReserved])
  })
})

describe('provisioned concurrency', () => {
  it('comes first for its version, and more goes to what the function has besides', () => {
    const { region, fill } = setup({ accountConcurrency: 110 })
    const orders = newFunction(region, 'orders')
    publish(orders, '1')
    provision(orders, '1', 10)
    expect(fill(orders, '1')).toEqual([110, overAccount])
  })

  it('is not for other versions: where all that is reserved is provisioned, $LATEST is throttled', () => {
    const { region, fill } = setup()
    const orders = newFunction(region, 'orders', undefined, { reservedConcurrency: 5 })
    publish(orders, '1')
    provision(orders, '1', 5)
    expect(fill(orders)).toEqual([0, overReserved])
    expect(fill(orders, '1')).toEqual([5, overReserved])
  })

  it('leaves the rest of what is reserved to all', () => {
    const { region, fill } = setup()
    const orders = newFunction(region, 'orders', undefined, { reservedConcurrency: 5 })
    publish(orders, '1')
    provision(orders, '1', 3)
    expect(fill(orders)).toEqual([2, overReserved])
    expect(fill(orders, '1')).toEqual([3, overReserved])
  })

  it('of an alias is for those who name the alias', () => {
    const { region, fill } = setup()
    const orders = newFunction(region, 'orders', undefined, { reservedConcurrency: 5 })
    publish(orders, '1')
    point(orders, 'live', '1')
    provision(orders, 'live', 4)
    expect(fill(orders, '1')).toEqual([1, overReserved])
    expect(fill(orders, 'live')).toEqual([4, overReserved])
  })

  it('of a version is also for those who come by an alias', () => {
    const { region, fill } = setup()
    const orders = newFunction(region, 'orders', undefined, { reservedConcurrency: 5 })
    publish(orders, '1')
    point(orders, 'live', '1')
    provision(orders, '1', 5)
    expect(fill(orders, 'live')).toEqual([5, overReserved])
  })

  it('counts as far as it is up', () => {
    const { region, fill } = setup()
    const orders = newFunction(region, 'orders', undefined, { reservedConcurrency: 5 })
    publish(orders, '1')
    provision(orders, '1', 5, 2)
    expect(fill(orders, '1')).toEqual([2, overReserved])
  })
})

describe('a place', () => {
  it('is free again once it is given back', () => {
    const { region, take } = setup()
    const orders = newFunction(region, 'orders', undefined, { reservedConcurrency: 1 })
    const release = take(orders)
    expect(refusal(() => take(orders))).toBe(overReserved)
    release()
    expect(() => take(orders)).not.toThrow()
  })

  it('is given back once, however often that is said', () => {
    const { region, take } = setup()
    const orders = newFunction(region, 'orders', undefined, { reservedConcurrency: 2 })
    publish(orders, '1')
    provision(orders, '1', 1)
    for (const qualifier of [undefined, '1']) {
      const release = take(orders, qualifier)
      release()
      release()
      take(orders, qualifier)
      expect(refusal(() => take(orders, qualifier))).toBe(overReserved)
    }
  })

  it('of a provisioned environment goes back there, although the configuration is gone', () => {
    const { region, take, fill } = setup({ accountConcurrency: 5 })
    const orders = newFunction(region, 'orders')
    publish(orders, '1')
    provision(orders, '1', 1)
    const release = take(orders, '1')
    orders.provisionedConcurrency.clear()
    release()
    expect(fill(orders, '1')).toEqual([5, overAccount])
  })
})

describe('rate limits', () => {
  const overRate = 'FunctionInvocationRateLimitExceeded'
  const overReservedRate = 'ReservedFunctionInvocationRateLimitExceeded'
  /** Asks for places one after another, as runs that are over at once; how many there were, and why no more. */
  const rush = (take: () => () => void, most = 30_000): readonly [number, string | undefined] => {
    for (let taken = 0; taken < most; taken++) {
      try {
        take()()
      } catch (error) {
        return [taken, reasonOf(error)]
      }
    }
    return [most, undefined]
  }

  /** With an environment that is up, nothing has to scale. */
  function warm(house: ReturnType<typeof newRuntimeHouse>, fn: FunctionRecord) {
    for (const version of [fn.latest, ...fn.versions.values()])
      house.environments.giveBack(version, house.environments.take(fn, version, house))
  }

  it('are off unless asked for', () => {
    const { region, take } = setup()
    const orders = newFunction(region, 'orders', undefined, { reservedConcurrency: 1 })
    expect(rush(() => take(orders))).toEqual([30_000, undefined])
  })

  it('let ten synchronous requests a second through for each execution that may run', async () => {
    const { house, region, take } = setup({ rateLimits: 'on' })
    const orders = newFunction(region, 'orders', undefined, { reservedConcurrency: 5 })
    warm(house, orders)
    expect(rush(() => take(orders))).toEqual([50, overReservedRate])
    await house.clock.advance(500)
    expect(rush(() => take(orders))).toEqual([25, overReservedRate])
    // What was not asked for in time is lost.
    await house.clock.advance(60_000)
    expect(rush(() => take(orders))).toEqual([50, overReservedRate])
  })

  it('count by function, against all that the account leaves', () => {
    const { house, region, take } = setup({ rateLimits: 'on', accountConcurrency: 100 })
    const orders = newFunction(region, 'orders')
    const payments = newFunction(region, 'payments')
    warm(house, orders)
    warm(house, payments)
    expect(rush(() => take(orders))).toEqual([1000, overRate])
    expect(rush(() => take(payments))).toEqual([1000, overRate])
  })

  it('do not count asynchronous requests', () => {
    const { house, region, take } = setup({ rateLimits: 'on' })
    const orders = newFunction(region, 'orders', undefined, { reservedConcurrency: 1 })
    warm(house, orders)
    expect(rush(() => take(orders, undefined, 'Event'))).toEqual([30_000, undefined])
  })

  it('count provisioned environments by themselves', async () => {
    const { house, region, take } = setup({ rateLimits: 'on' })
    const orders = newFunction(region, 'orders', undefined, { reservedConcurrency: 3 })
    publish(orders, '1')
    provision(orders, '1', 2)
    warm(house, orders)
    // Twenty of the provisioned, ten of the one that is left.
    expect(rush(() => take(orders, '1'))).toEqual([30, overReservedRate])
    expect(rush(() => take(orders, '1', 'Event'))).toEqual([30_000, undefined])
    await house.clock.advance(1000)
    // Those that are asynchronous take nothing from the others.
    take(orders, '1', 'Event')()
    expect(rush(() => take(orders, '1'))).toEqual([30, overReservedRate])
  })

  it('let a function start 1,000 environments in ten seconds, refilled all the time', async () => {
    const { house, region, take } = setup({ rateLimits: 'on', accountConcurrency: 10_000 })
    const orders = newFunction(region, 'orders')
    const payments = newFunction(region, 'payments')
    const start = () => (take(orders), () => undefined)
    expect(rush(start)).toEqual([1000, overRate])
    await house.clock.advance(1000)
    expect(rush(start)).toEqual([100, overRate])
    await house.clock.advance(60_000)
    expect(rush(start)).toEqual([1000, overRate])
    expect(rush(() => (take(payments), () => undefined))).toEqual([1000, overRate])
  })

  it('do not count a run that finds an environment as a new one', () => {
    const { house, region, take } = setup({ rateLimits: 'on', accountConcurrency: 10_000 })
    const orders = newFunction(region, 'orders')
    warm(house, orders)
    expect(rush(() => take(orders, undefined, 'Event'))).toEqual([30_000, undefined])
    // A change of the configuration makes every environment a new one.
    orders.latest.configuration = { ...orders.latest.configuration }
    expect(rush(() => take(orders, undefined, 'Event'))).toEqual([1000, overRate])
  })

  it('use nothing up for a request that is refused', async () => {
    const { house, region, take } = setup({ rateLimits: 'on' })
    const orders = newFunction(region, 'orders', undefined, { reservedConcurrency: 1 })
    warm(house, orders)
    const release = take(orders)
    for (let refused = 0; refused < 5; refused++) expect(refusal(() => take(orders))).toBe(overReserved)
    release()
    expect(rush(() => take(orders))).toEqual([9, overReservedRate])
  })
})
